//! The forms of screening: text in, types out.

use chrono::NaiveDate;
use entity::mentors::CriminalRecordStatus;
use sea_orm::ActiveEnum;
use serde::Deserialize;
use validator::Validate;

use super::{DeclineReason, NewRecord};
use crate::{
    mentor::MentorFacts,
    web::{DateParts, FieldErrors, typed},
};

/// A day that must be given.
pub(in crate::mentor) fn day(field: &str, typed: &DateParts, errors: &mut FieldErrors) -> NaiveDate {
    let day = typed.date();
    if day.is_none() {
        errors.add(field, "mentor-date-invalid");
    }
    day.unwrap_or_default()
}

/// A free text for staff; no CPR number may stand in it.
pub(in crate::mentor) fn note(field: &str, typed: &str, errors: &mut FieldErrors) -> Option<String> {
    if typed::holds_cpr_number(typed) {
        errors.add(field, "mentor-no-cpr");
    }
    typed::optional_text(typed)
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct InterviewForm {
    pub interviewed_on_day: String,
    pub interviewed_on_month: String,
    pub interviewed_on_year: String,
    #[validate(length(max = 4000, message = "mentor-too-long"))]
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

    pub fn parse(&self) -> Result<(NaiveDate, Option<String>), FieldErrors> {
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        let on = day("interviewed_on", &self.interviewed_on(), &mut errors);
        let note = note("interview_note", &self.interview_note, &mut errors);
        errors.into_result()?;
        Ok((on, note))
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
        let status = facts.mentor.criminal_record_status.map(|status| status.to_value());
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

    pub fn parse(&self, good_for_months: u32) -> Result<NewRecord, FieldErrors> {
        let mut errors = FieldErrors::default();
        let on = day("record_on", &self.record_on(), &mut errors);
        match CriminalRecordStatus::try_from_value(&self.record_status) {
            Ok(status) if errors.is_empty() => Ok(NewRecord { status, on, good_for_months }),
            Ok(_) => Err(errors),
            Err(_) => {
                errors.add("record_status", "mentor-record-missing");
                Err(errors)
            }
        }
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

    pub fn parse(&self) -> Result<NaiveDate, FieldErrors> {
        let mut errors = FieldErrors::default();
        let on = day("trained_on", &self.trained_on(), &mut errors);
        errors.into_result()?;
        Ok(on)
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct DeclineForm {
    pub decline_reason: String,
    #[validate(length(max = 1000, message = "mentor-too-long"))]
    pub decline_note: String,
}

impl DeclineForm {
    pub fn parse(&self) -> Result<(DeclineReason, Option<String>), FieldErrors> {
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        let note = note("decline_note", &self.decline_note, &mut errors);
        let reason = DeclineReason::from_code(&self.decline_reason);
        if reason.is_none() {
            errors.add("decline_reason", "mentor-reason-missing");
        }
        errors.into_result()?;
        Ok((reason.unwrap_or(DeclineReason::Other), note))
    }
}
