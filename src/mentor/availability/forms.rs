//! The forms of pausing and leaving: text in, types out.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{LeaveReason, NewPause, PauseError};
use crate::{
    form::{DateParts, FieldErrors},
    word::Worded,
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PauseForm {
    pub from_day: String,
    pub from_month: String,
    pub from_year: String,
    pub until_day: String,
    pub until_month: String,
    pub until_year: String,
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

    pub fn parse(&self, today: NaiveDate) -> Result<NewPause, FieldErrors> {
        let mut errors = FieldErrors::default();
        let from = errors.needed_day("from", &self.from(), "error-date-parts");
        errors.refuse_if("from", from.is_some_and(|from| from < today), PauseError::Past);
        let until = errors.day("until", &self.until());
        let is_backwards = from.zip(until).is_some_and(|(from, until)| until < from);
        errors.refuse_if("until", is_backwards, PauseError::Backwards);
        let reason = errors.line("pause_reason", &self.pause_reason, 200);
        errors.done(from.map(|from| NewPause { from, until, reason }))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LeaveForm {
    pub leave_reason: String,
    pub leave_note: String,
}

impl LeaveForm {
    pub fn parse(&self) -> Result<(LeaveReason, Option<String>), FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("leave_note", &self.leave_note, 1000);
        let reason = LeaveReason::read(&self.leave_reason);
        errors.refuse_if("leave_reason", reason.is_none(), "mentor-reason-missing");
        errors.done(reason.map(|reason| (reason, note)))
    }
}
