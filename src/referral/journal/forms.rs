//! The small forms on the page of a referral.

use entity::{consents::ConsentPurpose, referrals::Reason};
use sea_orm::ActiveEnum;
use serde::Deserialize;

use crate::{
    referral::answer::{DECLINE_REASONS, Refusal},
    web::{FieldErrors, typed},
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
        optional("withdraw_reason", &self.withdraw_reason)
    }

    pub fn refusal(&self) -> Result<Refusal, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = reason(&self.decline_reason).filter(|reason| DECLINE_REASONS.contains(reason));
        let note = kept(optional("decline_note", &self.decline_note), &mut errors).flatten();
        let missing = "referral-next-step-missing";
        let next_step = kept(needed("decline_next_step", &self.decline_next_step, missing), &mut errors);
        if reason.is_none() {
            errors.add("decline_reason", "referral-reason-missing");
        }
        if reason == Some(Reason::Other) && note.is_none() && errors.is_empty() {
            errors.add("decline_note", "referral-note-missing");
        }
        match (reason, next_step) {
            (Some(reason), Some(next_step)) if errors.is_empty() => Ok(Refusal { reason, note, next_step }),
            _ => Err(errors),
        }
    }

    pub fn closing(&self) -> Result<(Reason, Option<String>), FieldErrors> {
        let note = optional("close_note", &self.close_note)?;
        let reason = reason(&self.close_reason);
        Ok((reason.ok_or_else(|| FieldErrors::on("close_reason", "referral-reason-missing"))?, note))
    }

    pub fn purpose(&self) -> Result<ConsentPurpose, FieldErrors> {
        ConsentPurpose::try_from_value(&self.purpose).map_err(|_| FieldErrors::on("purpose", "referral-choice-unknown"))
    }
}

fn reason(typed: &str) -> Option<Reason> {
    Reason::try_from_value(&typed.to_owned()).ok()
}

fn kept<T>(read: Result<T, FieldErrors>, errors: &mut FieldErrors) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(found) => {
            errors.append(found);
            None
        }
    }
}

fn optional(field: &str, written: &str) -> Result<Option<String>, FieldErrors> {
    if typed::holds_cpr_number(written) {
        return Err(FieldErrors::on(field, "referral-cpr"));
    }
    if written.chars().count() > LONGEST {
        let mut errors = FieldErrors::default();
        errors.add_with(field, "referral-too-long", vec![("max", LONGEST.to_string())]);
        return Err(errors);
    }
    Ok(typed::optional_text(written))
}

fn needed(field: &str, written: &str, missing: &'static str) -> Result<String, FieldErrors> {
    optional(field, written)?.ok_or_else(|| FieldErrors::on(field, missing))
}
