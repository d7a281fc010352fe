//! An agreement and a step as typed.

use entity::Course;
use serde::Deserialize;

use super::{AgreeError, Agreement, agree::check_end};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError},
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AgreementForm {
    pub goal: String,
    pub role_agreement: String,
    pub rhythm: String,
    pub planned_end_on_day: String,
    pub planned_end_on_month: String,
    pub planned_end_on_year: String,
    pub version: String,
}

impl AgreementForm {
    pub fn planned_end_on(&self) -> DateParts {
        DateParts::new(&self.planned_end_on_day, &self.planned_end_on_month, &self.planned_end_on_year)
    }

    pub fn parse(&self, course: &Course) -> Result<Agreement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let goal = errors.needed_text("goal", &self.goal, 2000, "course-goal-missing");
        let role_agreement = errors.text("role_agreement", &self.role_agreement, 2000);
        let rhythm = errors.line("rhythm", &self.rhythm, 120);
        let planned_end_on = errors.needed_day("planned_end_on", &self.planned_end_on(), "error-date-parts");
        if let Some(Err(refusal)) = planned_end_on.map(|end| check_end(course, end)) {
            errors.add("planned_end_on", refusal);
        }
        // A version that cannot be read is one that nobody has seen.
        let version = self.version.parse().unwrap_or(-1);
        let agreed =
            planned_end_on.map(|planned_end_on| Agreement { goal, role_agreement, rhythm, planned_end_on, version });
        errors.done(agreed)
    }
}

impl From<&Course> for AgreementForm {
    fn from(course: &Course) -> Self {
        let DateParts { day, month, year } = course.planned_end_on.into();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            goal: text(&course.goal),
            role_agreement: text(&course.role_agreement),
            rhythm: text(&course.rhythm),
            planned_end_on_day: day,
            planned_end_on_month: month,
            planned_end_on_year: year,
            version: course.version.to_string(),
        }
    }
}

/// A step on the way.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct GoalForm {
    pub text: String,
}

impl GoalForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        let text = errors.needed_text("text", &self.text, 500, "course-goal-step-missing");
        errors.done(Some(text))
    }
}

/// The answer whether a step is reached: `yes` or anything else.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReachedForm {
    pub reached: String,
}

impl From<AgreeError> for FormError {
    fn from(error: AgreeError) -> Self {
        match error {
            AgreeError::Db(error) => error.into(),
            AgreeError::NotRunning(error) => AppError::from(error).into(),
            AgreeError::ChangedMeanwhile => AppError::ChangedMeanwhile.into(),
            refusal @ (AgreeError::EndOutsideMonths | AgreeError::EndExtended) => {
                FieldErrors::on("planned_end_on", refusal).into()
            }
        }
    }
}
