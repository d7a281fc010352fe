//! The forms of pausing and leaving: text in, types out.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::Validate;

use super::{LeaveReason, NewPause};
use crate::{
    mentor::screening::forms::{day, note},
    web::{DateParts, FieldErrors},
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PauseForm {
    pub from_day: String,
    pub from_month: String,
    pub from_year: String,
    pub until_day: String,
    pub until_month: String,
    pub until_year: String,
    #[validate(length(max = 200, message = "mentor-too-long"))]
    pub pause_reason: String,
}

impl PauseForm {
    pub fn beginning(today: NaiveDate) -> Self {
        let from = DateParts::from(today);
        Self { from_day: from.day, from_month: from.month, from_year: from.year, ..Self::default() }
    }

    pub fn from(&self) -> DateParts {
        DateParts::new(&self.from_day, &self.from_month, &self.from_year)
    }

    pub fn until(&self) -> DateParts {
        DateParts::new(&self.until_day, &self.until_month, &self.until_year)
    }

    pub fn parse(&self) -> Result<NewPause, FieldErrors> {
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        let from = day("from", &self.from(), &mut errors);
        let until = self.until();
        let until = if until.is_empty() { None } else { Some(day("until", &until, &mut errors)) };
        let reason = note("pause_reason", &self.pause_reason, &mut errors);
        errors.into_result()?;
        Ok(NewPause { from, until, reason })
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct LeaveForm {
    pub leave_reason: String,
    #[validate(length(max = 1000, message = "mentor-too-long"))]
    pub leave_note: String,
}

impl LeaveForm {
    pub fn parse(&self) -> Result<(LeaveReason, Option<String>), FieldErrors> {
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        let note = note("leave_note", &self.leave_note, &mut errors);
        let reason = LeaveReason::from_code(&self.leave_reason);
        if reason.is_none() {
            errors.add("leave_reason", "mentor-reason-missing");
        }
        errors.into_result()?;
        Ok((reason.unwrap_or(LeaveReason::Other), note))
    }
}
