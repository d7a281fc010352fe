//! A pause and an extension as typed.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::Validate;

use super::{ExtendError, NewPause, PauseError};
use crate::{
    course::words::no_cpr_number,
    error::AppError,
    web::{DateParts, FieldErrors, FormError, typed::optional_text},
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ExtensionForm {
    pub until_on_day: String,
    pub until_on_month: String,
    pub until_on_year: String,
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub reason: String,
}

impl ExtensionForm {
    pub fn until_on(&self) -> DateParts {
        DateParts::new(&self.until_on_day, &self.until_on_month, &self.until_on_year)
    }

    /// The new end and why.
    pub fn parse(&self) -> Result<(NaiveDate, String), FieldErrors> {
        let mut errors = self.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let (until, reason) = (self.until_on().date(), optional_text(&self.reason));
        if until.is_none() {
            errors.add("until_on", "course-date-missing");
        }
        if reason.is_none() {
            errors.add("reason", "course-reason-missing");
        }
        until.zip(reason).filter(|_| errors.is_empty()).ok_or(errors)
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PauseForm {
    pub from_on_day: String,
    pub from_on_month: String,
    pub from_on_year: String,
    pub until_on_day: String,
    pub until_on_month: String,
    pub until_on_year: String,
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub reason: String,
}

impl PauseForm {
    pub fn from(day: NaiveDate) -> Self {
        let DateParts { day, month, year } = day.into();
        Self { from_on_day: day, from_on_month: month, from_on_year: year, ..Self::default() }
    }

    pub fn from_on(&self) -> DateParts {
        DateParts::new(&self.from_on_day, &self.from_on_month, &self.from_on_year)
    }

    pub fn until_on(&self) -> DateParts {
        DateParts::new(&self.until_on_day, &self.until_on_month, &self.until_on_year)
    }

    pub fn parse(&self) -> Result<NewPause, FieldErrors> {
        let mut errors = self.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let (from_on, reason) = (self.from_on().date(), optional_text(&self.reason));
        let until_on = self.until_on().date();
        if from_on.is_none() {
            errors.add("from_on", "course-date-missing");
        }
        if until_on.is_none() && !self.until_on().is_empty() {
            errors.add("until_on", "course-date-missing");
        }
        if reason.is_none() {
            errors.add("reason", "course-reason-missing");
        }
        let (Some(from_on), Some(reason), true) = (from_on, reason, errors.is_empty()) else { return Err(errors) };
        Ok(NewPause { from_on, until_on, reason })
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
