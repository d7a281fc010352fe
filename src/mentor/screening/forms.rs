//! The forms of screening: text in, types out.

use chrono::NaiveDate;
use entity::{Mentor, mentors::CriminalRecordStatus};

use super::{DeclineReason, NewRecord};
use crate::form::{self, Day, FieldErrors, Form, Pick, Seen, Text, form};

form! {
    pub struct InterviewForm {
        interviewed_on: Day,
        interview_note: Text<4000>,
        seen: Seen,
    }

    pub struct RecordForm {
        record_status: Pick<CriminalRecordStatus>,
        record_on: Day,
        seen: Seen,
    }

    pub struct TrainingForm {
        trained_on: Day,
        seen: Seen,
    }

    pub struct DeclineForm {
        decline_reason: Pick<DeclineReason>,
        decline_note: Text<1000>,
    }
}

impl InterviewForm {
    /// What is known already, or today.
    pub fn of(mentor: &Mentor, today: NaiveDate) -> Self {
        let mut form = Self::filled(|form| {
            form.interviewed_on.set(mentor.interviewed_on);
            form.interview_note.set(mentor.interview_note.clone());
        });
        form.interviewed_on.set(mentor.interviewed_on.unwrap_or(today));
        form
    }

    pub fn parse(&self, today: NaiveDate) -> Result<(NaiveDate, Option<String>), FieldErrors> {
        form::read(|errors| {
            let note = self.interview_note.read(errors);
            Some((self.interviewed_on.past(errors, today, "error-date-parts")?, note))
        })
    }
}

impl RecordForm {
    /// A day of today: what is recorded next has not been known before.
    pub fn of(mentor: &Mentor, today: NaiveDate) -> Self {
        let mut form = Self::filled(|form| {
            form.record_status.set(mentor.criminal_record_status);
            form.record_on.set(mentor.criminal_record_checked_on);
        });
        form.record_on.set(today);
        form
    }

    pub fn parse(&self, good_for_months: u32, today: NaiveDate) -> Result<NewRecord, FieldErrors> {
        form::read(|errors| {
            let status = self.record_status.needed(errors, "mentor-record-missing");
            let on = self.record_on.past(errors, today, "error-date-parts");
            Some(NewRecord { status: status?, on: on?, good_for_months })
        })
    }
}

impl TrainingForm {
    pub fn of(mentor: &Mentor, today: NaiveDate) -> Self {
        let mut form = Self::filled(|form| form.trained_on.set(mentor.trained_on));
        form.trained_on.set(mentor.trained_on.unwrap_or(today));
        form
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NaiveDate, FieldErrors> {
        form::read(|errors| self.trained_on.past(errors, today, "error-date-parts"))
    }
}

impl DeclineForm {
    pub fn parse(&self) -> Result<(DeclineReason, Option<String>), FieldErrors> {
        form::read(|errors| {
            let note = self.decline_note.read(errors);
            Some((self.decline_reason.needed(errors, "mentor-reason-missing")?, note))
        })
    }
}
