//! The forms of screening: text in, types out.

use chrono::NaiveDate;
use entity::mentors::CriminalRecordStatus;
use serde::Deserialize;

use super::{DeclineReason, NewRecord};
use crate::{
    form::{DateParts, FieldErrors},
    mentor::MentorFacts,
    word::Worded,
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct InterviewForm {
    pub interviewed_on_day: String,
    pub interviewed_on_month: String,
    pub interviewed_on_year: String,
    pub interview_note: String,
}

impl InterviewForm {
    /// What is known already, or today.
    pub fn of(facts: &MentorFacts, today: NaiveDate) -> Self {
        let on = DateParts::from(facts.mentor.interviewed_on.unwrap_or(today));
        Self {
            interviewed_on_day: on.day,
            interviewed_on_month: on.month,
            interviewed_on_year: on.year,
            interview_note: facts.mentor.interview_note.clone().unwrap_or_default(),
        }
    }

    pub fn interviewed_on(&self) -> DateParts {
        DateParts::new(&self.interviewed_on_day, &self.interviewed_on_month, &self.interviewed_on_year)
    }

    pub fn parse(&self, today: NaiveDate) -> Result<(NaiveDate, Option<String>), FieldErrors> {
        let mut errors = FieldErrors::default();
        let on = errors.past_day("interviewed_on", &self.interviewed_on(), today, "error-date-parts");
        let note = errors.text("interview_note", &self.interview_note, 4000);
        errors.done(on.map(|on| (on, note)))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RecordForm {
    pub record_status: String,
    pub record_on_day: String,
    pub record_on_month: String,
    pub record_on_year: String,
}

impl RecordForm {
    pub fn of(facts: &MentorFacts, today: NaiveDate) -> Self {
        let on = DateParts::from(today);
        let status = facts.mentor.criminal_record_status.map(|status| status.code().into_owned());
        Self {
            record_status: status.unwrap_or_default(),
            record_on_day: on.day,
            record_on_month: on.month,
            record_on_year: on.year,
        }
    }

    pub fn record_on(&self) -> DateParts {
        DateParts::new(&self.record_on_day, &self.record_on_month, &self.record_on_year)
    }

    pub fn parse(&self, good_for_months: u32, today: NaiveDate) -> Result<NewRecord, FieldErrors> {
        let mut errors = FieldErrors::default();
        let on = errors.past_day("record_on", &self.record_on(), today, "error-date-parts");
        let status = CriminalRecordStatus::read(&self.record_status);
        errors.refuse_if("record_status", status.is_none(), "mentor-record-missing");
        errors.done(status.zip(on).map(|(status, on)| NewRecord { status, on, good_for_months }))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TrainingForm {
    pub trained_on_day: String,
    pub trained_on_month: String,
    pub trained_on_year: String,
}

impl TrainingForm {
    pub fn of(facts: &MentorFacts, today: NaiveDate) -> Self {
        let on = DateParts::from(facts.mentor.trained_on.unwrap_or(today));
        Self { trained_on_day: on.day, trained_on_month: on.month, trained_on_year: on.year }
    }

    pub fn trained_on(&self) -> DateParts {
        DateParts::new(&self.trained_on_day, &self.trained_on_month, &self.trained_on_year)
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NaiveDate, FieldErrors> {
        let mut errors = FieldErrors::default();
        let on = errors.past_day("trained_on", &self.trained_on(), today, "error-date-parts");
        errors.done(on)
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    pub decline_reason: String,
    pub decline_note: String,
}

impl DeclineForm {
    pub fn parse(&self) -> Result<(DeclineReason, Option<String>), FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("decline_note", &self.decline_note, 1000);
        let reason = DeclineReason::read(&self.decline_reason);
        errors.refuse_if("decline_reason", reason.is_none(), "mentor-reason-missing");
        errors.done(reason.map(|reason| (reason, note)))
    }
}
