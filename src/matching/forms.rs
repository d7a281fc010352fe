//! Text in, types out.

use entity::proposals::{DeclineReason, DeclinedBy};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{Decline, ProposalError, ProposeError};
use crate::{
    error::AppError,
    form::{FieldErrors, FormError},
    reason::{MENTEE_REASONS, MENTOR_REASONS},
    word::Worded,
};

/// The longest question or answer, in characters.
const LONGEST_TEXT: usize = 2000;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProposeForm {
    pub mentor_id: String,
}

impl ProposeForm {
    pub fn parse(&self) -> Result<Uuid, FieldErrors> {
        self.mentor_id.parse().map_err(|_| FieldErrors::on("mentor_id", "matching-choose-mentor"))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    pub reason: String,
    pub note: String,
}

impl DeclineForm {
    /// One of the reasons that this side can give.
    pub fn parse(&self, by: DeclinedBy) -> Result<Decline, FieldErrors> {
        let mut errors = FieldErrors::default();
        let known = DeclineReason::read(&self.reason);
        let reason = known.filter(|reason| reasons_of(by).contains(reason));
        errors.refuse_if("reason", reason.is_none(), ProposalError::ReasonMissing);
        let note = errors.text("note", &self.note, LONGEST_TEXT);
        errors.done(reason.map(|reason| Decline { reason, note }))
    }
}

/// The reasons that a side can give for a no.
pub fn reasons_of(by: DeclinedBy) -> &'static [DeclineReason] {
    match by {
        DeclinedBy::Mentor => &MENTOR_REASONS,
        DeclinedBy::Mentee => &MENTEE_REASONS,
    }
}

/// A question, or the answer to it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TextForm {
    pub text: String,
}

impl TextForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        let text = errors.needed_text("text", &self.text, LONGEST_TEXT, "matching-text-missing");
        errors.done(Some(text))
    }
}

/// The young person's answer.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MenteeForm {
    pub answer: String,
    /// Why not; nobody has to say.
    pub reason: String,
}

impl MenteeForm {
    /// Nothing for a yes, or the no.
    pub fn parse(&self) -> Result<Option<Decline>, FieldErrors> {
        match self.answer.as_str() {
            "yes" => Ok(None),
            "no" if self.reason.is_empty() => Ok(Some(Decline { reason: DeclineReason::Other, note: None })),
            "no" => {
                let form = DeclineForm { reason: self.reason.clone(), note: String::new() };
                form.parse(DeclinedBy::Mentee).map(Some)
            }
            _ => Err(FieldErrors::on("answer", "matching-answer-missing")),
        }
    }
}

impl From<ProposeError> for FormError {
    fn from(error: ProposeError) -> Self {
        match error {
            ProposeError::Db(error) => error.into(),
            ProposeError::NotFound => AppError::NotFound.into(),
            refusal => FieldErrors::on("mentor_id", refusal).into(),
        }
    }
}

impl From<ProposalError> for FormError {
    fn from(error: ProposalError) -> Self {
        match error {
            ProposalError::Db(error) => error.into(),
            ProposalError::NotFound => AppError::NotFound.into(),
            refusal => FieldErrors::on("answer", refusal).into(),
        }
    }
}
