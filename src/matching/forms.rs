//! Text in, types out.

use entity::proposals::{DeclineReason, DeclinedBy, ProposalMethod};
use sea_orm::prelude::Uuid;

use super::{Decline, ProposalError, ProposeError};
use crate::{
    form::{self, FieldErrors, Id, Pick, Text, form, refusals},
    reason::{MENTEE_REASONS, MENTOR_REASONS},
    referral::Must,
};

form! {
    pub struct ProposeForm {
        mentor_id: Id,
        /// How staff found the mentor; among the suggestions, when nothing is said.
        found: Pick<ProposalMethod>,
    }

    pub struct DeclineForm {
        reason: Pick<DeclineReason>,
        note: Text<2000>,
    }

    /// A must that staff relax, and why.
    pub struct RelaxForm {
        must: Pick<Must>,
        reason: Text<1000>,
    }

    /// A question, or the answer to it.
    pub struct TextForm {
        text: Text<2000>,
    }

    /// A mentor's answer behind a link: `yes`, `no` with the reason, or `question` with the text.
    pub struct LinkedForm {
        answer: String,
        reason: Pick<DeclineReason>,
        note: Text<2000>,
        text: Text<2000>,
    }

    /// The young person's answer.
    pub struct MenteeForm {
        answer: String,
        /// Why not; nobody has to say.
        reason: Pick<DeclineReason>,
    }
}

impl ProposeForm {
    pub fn parse(&self) -> Result<(Uuid, ProposalMethod), FieldErrors> {
        form::read(|errors| {
            let found = self.found.among(errors, &[ProposalMethod::Suggested, ProposalMethod::Searched]);
            let mentor_id = self.mentor_id.needed(errors, "matching-choose-mentor");
            Some((mentor_id?, found.unwrap_or(ProposalMethod::Suggested)))
        })
    }
}

impl RelaxForm {
    pub fn parse(&self) -> Result<(Must, String), FieldErrors> {
        form::read(|errors| {
            let must = self.must.needed(errors, "matching-relax-must-missing");
            must.zip(self.reason.needed(errors, "matching-relax-reason-missing"))
        })
    }
}

impl DeclineForm {
    /// One of the reasons that this side can give.
    pub fn parse(&self, by: DeclinedBy) -> Result<Decline, FieldErrors> {
        form::read(|errors| {
            let note = self.note.read(errors);
            let reason = self.reason.needed_of(errors, reasons_of(by), ProposalError::ReasonMissing);
            Some(Decline { reason: reason?, note })
        })
    }
}

impl LinkedForm {
    pub fn refusal(&self, by: DeclinedBy) -> Result<Decline, FieldErrors> {
        form::read(|errors| {
            // Nothing is passed over that somebody typed.
            self.text.read(errors);
            let note = self.note.read(errors);
            let reason = self.reason.needed_of(errors, reasons_of(by), ProposalError::ReasonMissing);
            Some(Decline { reason: reason?, note })
        })
    }

    pub fn question(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.text.needed(errors, "matching-text-missing"))
    }
}

/// The reasons that a side can give for a no.
pub fn reasons_of(by: DeclinedBy) -> &'static [DeclineReason] {
    match by {
        DeclinedBy::Mentor => &MENTOR_REASONS,
        DeclinedBy::Mentee => &MENTEE_REASONS,
    }
}

impl TextForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.text.needed(errors, "matching-text-missing"))
    }
}

impl MenteeForm {
    /// Nothing for a yes, or the no.
    pub fn parse(&self) -> Result<Option<Decline>, FieldErrors> {
        match self.answer.as_str() {
            "yes" => Ok(None),
            "no" if self.reason.is_blank() => Ok(Some(Decline { reason: DeclineReason::Other, note: None })),
            "no" => form::read(|errors| {
                let reason = self.reason.needed_of(errors, &MENTEE_REASONS, ProposalError::ReasonMissing);
                Some(Some(Decline { reason: reason?, note: None }))
            }),
            _ => Err(FieldErrors::on("answer", "matching-answer-missing")),
        }
    }
}

refusals! {
    ProposeError { leaves Db; gone NotFound; else "mentor_id"; }
    ProposalError { leaves Db; gone NotFound; else "answer"; }
}
