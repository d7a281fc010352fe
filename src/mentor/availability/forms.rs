//! The forms of pausing and leaving: text in, types out.

use chrono::NaiveDate;

use super::{LeaveReason, NewPause, PauseError};
use crate::form::{self, Day, FieldErrors, Form, Line, Pick, Text, form};

form! {
    pub struct PauseForm {
        from: Day,
        until: Day,
        pause_reason: Line<200>,
    }

    pub struct LeaveForm {
        leave_reason: Pick<LeaveReason>,
        leave_note: Text<1000>,
    }
}

impl PauseForm {
    pub fn beginning(today: NaiveDate) -> Self {
        Self::filled(|form| form.from.set(today))
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NewPause, FieldErrors> {
        form::read(|errors| {
            let from = self.from.needed(errors, "error-date-parts");
            self.from.refuse_if(errors, from.is_some_and(|from| from < today), PauseError::Past);
            let until = self.until.read(errors);
            let is_backwards = from.zip(until).is_some_and(|(from, until)| until < from);
            self.until.refuse_if(errors, is_backwards, PauseError::Backwards);
            let reason = self.pause_reason.read(errors);
            Some(NewPause { from: from?, until, reason })
        })
    }
}

impl LeaveForm {
    pub fn parse(&self) -> Result<(LeaveReason, Option<String>), FieldErrors> {
        form::read(|errors| {
            let note = self.leave_note.read(errors);
            Some((self.leave_reason.needed(errors, "mentor-reason-missing")?, note))
        })
    }
}
