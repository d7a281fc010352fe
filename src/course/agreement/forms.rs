//! An agreement and a step as typed.

use entity::Course;
use serde::Deserialize;
use validator::Validate;

use super::{AgreeError, Agreement};
use crate::{
    course::words::no_cpr_number,
    error::AppError,
    web::{
        DateParts, FieldErrors, FormError,
        typed::{line, optional_text},
    },
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AgreementForm {
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub goal: String,
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub role_agreement: String,
    #[validate(length(max = 120, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
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

    pub fn parse(&self) -> Result<Agreement, FieldErrors> {
        let mut errors = self.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let goal = optional_text(&self.goal);
        let planned_end_on = self.planned_end_on().date();
        if goal.is_none() {
            errors.add("goal", "course-goal-missing");
        }
        if planned_end_on.is_none() {
            errors.add("planned_end_on", "course-date-missing");
        }
        let (Some(goal), Some(planned_end_on), true) = (goal, planned_end_on, errors.is_empty()) else {
            return Err(errors);
        };
        Ok(Agreement {
            goal,
            role_agreement: optional_text(&self.role_agreement),
            rhythm: Some(line(&self.rhythm)).filter(|rhythm| !rhythm.is_empty()),
            planned_end_on,
            // A version that cannot be read is one that nobody has seen.
            version: self.version.parse().unwrap_or(-1),
        })
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
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct GoalForm {
    #[validate(length(min = 1, max = 500, message = "course-goal-step-missing"), custom(function = "no_cpr_number"))]
    pub text: String,
}

impl GoalForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        self.validate()?;
        optional_text(&self.text).ok_or_else(|| FieldErrors::on("text", "course-goal-step-missing"))
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
