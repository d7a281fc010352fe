//! A pause and an extension as typed.

use chrono::NaiveDate;
use entity::Course;
use serde::Deserialize;

use super::{ExtendError, NewPause, PauseError, extend::check as check_end};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError},
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ExtensionForm {
    pub until_on_day: String,
    pub until_on_month: String,
    pub until_on_year: String,
    pub reason: String,
}

impl ExtensionForm {
    pub fn until_on(&self) -> DateParts {
        DateParts::new(&self.until_on_day, &self.until_on_month, &self.until_on_year)
    }

    /// The new end of a course and why.
    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<(NaiveDate, String), FieldErrors> {
        let mut errors = FieldErrors::default();
        let until = errors.needed_day("until_on", &self.until_on(), "error-date-parts");
        if let Some(Err(refusal)) = until.map(|until| check_end(course.planned_end_on, until, today)) {
            errors.add("until_on", refusal);
        }
        let reason = errors.needed_text("reason", &self.reason, 2000, "course-reason-missing");
        errors.done(until.map(|until| (until, reason)))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PauseForm {
    pub from_on_day: String,
    pub from_on_month: String,
    pub from_on_year: String,
    pub until_on_day: String,
    pub until_on_month: String,
    pub until_on_year: String,
    pub reason: String,
}

impl PauseForm {
    pub fn from(day: NaiveDate) -> Self {
        let DateParts { day, month, year } = day.into();
        Self { from_on_day: day, from_on_month: month, from_on_year: year, ..Self::default() }
    }

    pub fn first_day(&self) -> DateParts {
        DateParts::new(&self.from_on_day, &self.from_on_month, &self.from_on_year)
    }

    pub fn until_on(&self) -> DateParts {
        DateParts::new(&self.until_on_day, &self.until_on_month, &self.until_on_year)
    }

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<NewPause, FieldErrors> {
        let mut errors = FieldErrors::default();
        let from_on = errors.needed_day("from_on", &self.first_day(), "error-date-parts");
        errors.refuse_if("from_on", from_on.is_some_and(|from| from > today), PauseError::InFuture);
        let is_early = from_on.is_some_and(|from| from < course.matched_on);
        errors.refuse_if("from_on", is_early, PauseError::BeforeMatch);
        let until_on = errors.day("until_on", &self.until_on());
        let is_backwards = from_on.zip(until_on).is_some_and(|(from, until)| until < from);
        errors.refuse_if("until_on", is_backwards, PauseError::EndsBeforeItBegins);
        let reason = errors.needed_text("reason", &self.reason, 2000, "course-reason-missing");
        errors.done(from_on.map(|from_on| NewPause { from_on, until_on, reason }))
    }
}

impl From<ExtendError> for FormError {
    fn from(error: ExtendError) -> Self {
        match error {
            ExtendError::Db(error) => error.into(),
            ExtendError::NotRunning(error) => AppError::from(error).into(),
            refusal => FieldErrors::on("until_on", refusal).into(),
        }
    }
}

impl From<PauseError> for FormError {
    fn from(error: PauseError) -> Self {
        match error {
            PauseError::Db(error) => error.into(),
            PauseError::NotRunning(error) => AppError::from(error).into(),
            refusal @ PauseError::EndsBeforeItBegins => FieldErrors::on("until_on", refusal).into(),
            refusal => FieldErrors::on("from_on", refusal).into(),
        }
    }
}
