//! The small forms on the page of a referral.

use chrono::NaiveDate;
use entity::{
    Referral,
    consents::ConsentPurpose,
    referrals::{Fit, Reason},
};

use crate::{
    form::{self, ChangedMeanwhile, Day, FieldErrors, Form, Pick, Seen, ShownErrors, Text, form},
    referral::answer::{DECLINE_REASONS, Refusal},
};

form! {
    /// Everything that can be typed on the page of a referral; each button uses its own fields.
    pub struct ActionForm {
        fit: Pick<Fit>,
        question: Text<1000>,
        answer: Text<1000>,
        decline_reason: Pick<Reason>,
        decline_note: Text<1000>,
        decline_next_step: Text<1000>,
        withdraw_reason: Text<1000>,
        close_reason: Pick<Reason>,
        close_note: Text<1000>,
        reopen_reason: Text<1000>,
        reply: Text<1000>,
        purpose: Pick<ConsentPurpose>,
        given_purpose: Pick<ConsentPurpose>,
        given_on: Day,
        seen: Seen,
    }
}

impl ActionForm {
    /// The question that was asked and its answer, as the page shows them.
    pub fn about(referral: &Referral) -> Self {
        Self::filled(|form| {
            form.question.set(referral.question.clone());
            form.answer.set(referral.answer.clone());
        })
    }

    /// Whether both are as the page showed them: nobody answers a question that they have not read.
    pub fn still(&self, stored: &Referral) -> Result<(), ChangedMeanwhile> {
        self.seen.still(&Self::about(stored).seen)
    }

    /// The same form with what staff said of the target group, unless it was just typed and refused.
    pub fn judged(mut self, fit: Option<Fit>, errors: &ShownErrors) -> Self {
        if errors.of("fit").is_none() && self.fit.is_empty() {
            self.fit.set(fit);
        }
        self
    }

    /// How the young person suits the target group; nothing when nobody says so.
    pub fn fit(&self) -> Result<Option<Fit>, FieldErrors> {
        form::read(|errors| Some(self.fit.read(errors)))
    }

    pub fn question(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.question.needed(errors, "referral-question-missing"))
    }

    pub fn answer(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.answer.needed(errors, "referral-answer-missing"))
    }

    pub fn reply(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.reply.needed(errors, "status-update-reply-missing"))
    }

    pub fn reopen_reason(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.reopen_reason.needed(errors, "referral-reason-missing"))
    }

    pub fn withdraw_reason(&self) -> Result<Option<String>, FieldErrors> {
        form::read(|errors| Some(self.withdraw_reason.read(errors)))
    }

    pub fn refusal(&self) -> Result<Refusal, FieldErrors> {
        form::read(|errors| {
            let reason = self.decline_reason.needed_of(errors, &DECLINE_REASONS, "referral-reason-missing");
            let note = self.decline_note.read(errors);
            let is_unexplained = reason == Some(Reason::Other) && note.is_none();
            self.decline_note.refuse_if(errors, is_unexplained, "referral-note-missing");
            let next_step = self.decline_next_step.needed(errors, "referral-next-step-missing");
            Some(Refusal { reason: reason?, note, next_step: next_step? })
        })
    }

    pub fn closing(&self) -> Result<(Reason, Option<String>), FieldErrors> {
        form::read(|errors| {
            let note = self.close_note.read(errors);
            Some((self.close_reason.needed(errors, "referral-reason-missing")?, note))
        })
    }

    /// A consent that was given later, and its day, from the birth to today.
    pub fn given(&self, birth_date: NaiveDate, today: NaiveDate) -> Result<(ConsentPurpose, NaiveDate), FieldErrors> {
        form::read(|errors| {
            let purpose = self.given_purpose.needed(errors, "error-choice");
            let date = self.given_on.past(errors, today, "referral-consented-on-missing");
            let is_before_birth = date.is_some_and(|date| date < birth_date);
            self.given_on.refuse_if(errors, is_before_birth, "referral-consented-before-birth");
            purpose.zip(date)
        })
    }

    pub fn purpose(&self) -> Result<ConsentPurpose, FieldErrors> {
        form::read(|errors| self.purpose.needed(errors, "error-choice"))
    }
}
