//! The small forms on the page of a referral.

use chrono::NaiveDate;
use entity::{consents::ConsentPurpose, referrals::Reason};
use serde::Deserialize;

use crate::{
    form::{DateParts, FieldErrors},
    referral::answer::{DECLINE_REASONS, Refusal},
    word::Worded,
};

/// Everything that can be typed on the page of a referral; each button uses its own fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActionForm {
    pub question: String,
    pub answer: String,
    pub decline_reason: String,
    pub decline_note: String,
    pub decline_next_step: String,
    pub withdraw_reason: String,
    pub close_reason: String,
    pub close_note: String,
    pub reopen_reason: String,
    pub purpose: String,
    pub given_purpose: String,
    pub given_on_day: String,
    pub given_on_month: String,
    pub given_on_year: String,
}

/// The most characters of such a text.
const LONGEST: usize = 1000;

impl ActionForm {
    pub fn question(&self) -> Result<String, FieldErrors> {
        needed("question", &self.question, "referral-question-missing")
    }

    pub fn answer(&self) -> Result<String, FieldErrors> {
        needed("answer", &self.answer, "referral-answer-missing")
    }

    pub fn reopen_reason(&self) -> Result<String, FieldErrors> {
        needed("reopen_reason", &self.reopen_reason, "referral-reason-missing")
    }

    pub fn withdraw_reason(&self) -> Result<Option<String>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("withdraw_reason", &self.withdraw_reason, LONGEST);
        errors.done(Some(reason))
    }

    pub fn refusal(&self) -> Result<Refusal, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = Reason::read(&self.decline_reason).filter(|reason| DECLINE_REASONS.contains(reason));
        let note = errors.text("decline_note", &self.decline_note, LONGEST);
        let missing = "referral-next-step-missing";
        let next_step = errors.needed_text("decline_next_step", &self.decline_next_step, LONGEST, missing);
        errors.refuse_if("decline_reason", reason.is_none(), "referral-reason-missing");
        let is_unexplained = reason == Some(Reason::Other) && note.is_none();
        errors.refuse_if("decline_note", is_unexplained, "referral-note-missing");
        errors.done(reason.map(|reason| Refusal { reason, note, next_step }))
    }

    pub fn closing(&self) -> Result<(Reason, Option<String>), FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("close_note", &self.close_note, LONGEST);
        let reason = Reason::read(&self.close_reason);
        errors.refuse_if("close_reason", reason.is_none(), "referral-reason-missing");
        errors.done(reason.map(|reason| (reason, note)))
    }

    pub fn given_on(&self) -> DateParts {
        DateParts::new(&self.given_on_day, &self.given_on_month, &self.given_on_year)
    }

    /// A consent that was given later, and its day, from the birth to today.
    pub fn given(&self, birth_date: NaiveDate, today: NaiveDate) -> Result<(ConsentPurpose, NaiveDate), FieldErrors> {
        let mut errors = FieldErrors::default();
        let purpose = ConsentPurpose::read(&self.given_purpose);
        errors.refuse_if("given_purpose", purpose.is_none(), "referral-choice-unknown");
        let date = errors.past_day("given_on", &self.given_on(), today, "referral-consented-on-missing");
        let is_before_birth = date.is_some_and(|date| date < birth_date);
        errors.refuse_if("given_on", is_before_birth, "referral-consented-before-birth");
        errors.done(purpose.zip(date))
    }

    pub fn purpose(&self) -> Result<ConsentPurpose, FieldErrors> {
        ConsentPurpose::read(&self.purpose).ok_or_else(|| FieldErrors::on("purpose", "referral-choice-unknown"))
    }
}

fn needed(field: &str, written: &str, missing: &'static str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let text = errors.needed_text(field, written, LONGEST, missing);
    errors.done(Some(text))
}
