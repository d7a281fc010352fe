//! A pause and an extension as typed.

use chrono::NaiveDate;
use entity::Course;

use super::{ExtendError, NewPause, PauseError, extend::check as check_end};
use crate::form::{self, Day, FieldErrors, Form, Text, form, refusals};

form! {
    pub struct ExtensionForm {
        until_on: Day,
        reason: Text<2000>,
    }

    pub struct PauseForm {
        from_on: Day,
        until_on: Day,
        reason: Text<2000>,
    }
}

impl ExtensionForm {
    /// The new end of a course and why.
    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<(NaiveDate, String), FieldErrors> {
        form::read(|errors| {
            let until = self.until_on.needed(errors, "error-date-parts");
            let refusal = until.and_then(|until| check_end(course.planned_end_on, until, today).err());
            self.until_on.refuse(errors, refusal);
            until.zip(self.reason.needed(errors, "course-reason-missing"))
        })
    }
}

impl PauseForm {
    pub fn from(day: NaiveDate) -> Self {
        Self::filled(|form| form.from_on.set(day))
    }

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<NewPause, FieldErrors> {
        form::read(|errors| {
            let from_on = self.from_on.needed(errors, "error-date-parts");
            self.from_on.refuse_if(errors, from_on.is_some_and(|from| from > today), PauseError::InFuture);
            let is_early = from_on.is_some_and(|from| from < course.matched_on);
            self.from_on.refuse_if(errors, is_early, PauseError::BeforeMatch);
            let until_on = self.until_on.read(errors);
            let is_backwards = from_on.zip(until_on).is_some_and(|(from, until)| until < from);
            self.until_on.refuse_if(errors, is_backwards, PauseError::EndsBeforeItBegins);
            let reason = self.reason.needed(errors, "course-reason-missing");
            Some(NewPause { from_on: from_on?, until_on, reason: reason? })
        })
    }
}

refusals! {
    ExtendError { leaves Db, NotRunning; else "until_on"; }
    PauseError { leaves Db, NotRunning; "until_on" EndsBeforeItBegins; else "from_on"; }
}
