//! Text in, types out.

use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::{Decision, NewDecision, PlanningError, Record, rows::Show};
use crate::{
    error::AppError,
    form::{FieldErrors, FormError},
    word::Worded,
};

/// The longest note or decision, in characters.
const LONGEST_TEXT: usize = 4000;

/// What is to hold for a pair.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    pub referral_id: String,
    pub mentor_id: String,
    pub decision: String,
}

impl DecisionForm {
    pub fn parse(&self, meeting_id: Uuid) -> Result<NewDecision, FieldErrors> {
        let unknown = || FieldErrors::on("lines", "planning-choose-decision");
        Ok(NewDecision {
            meeting_id,
            referral_id: self.referral_id.parse().map_err(|_| unknown())?,
            mentor_id: self.mentor_id.parse().map_err(|_| FieldErrors::on("lines", "matching-choose-mentor"))?,
            decision: Decision::read(&self.decision).ok_or_else(unknown)?,
        })
    }
}

/// The pairs to propose.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProposalsForm {
    pub pairs: Vec<String>,
}

impl ProposalsForm {
    pub fn parse(&self) -> Result<Vec<Uuid>, FieldErrors> {
        let pairs: Option<Vec<Uuid>> = self.pairs.iter().map(|id| id.parse().ok()).collect();
        pairs.filter(|pairs| !pairs.is_empty()).ok_or_else(|| FieldErrors::on("pairs", "planning-choose-pairs"))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RecordForm {
    pub note: String,
    pub decision: String,
    /// "yes" when the meeting ends with it.
    pub close: String,
}

impl RecordForm {
    pub fn closes(&self) -> bool {
        self.close == "yes"
    }

    pub fn parse(&self) -> Result<Record, FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("note", &self.note, LONGEST_TEXT);
        let decision = errors.text("decision", &self.decision, LONGEST_TEXT);
        errors.refuse_if("decision", self.closes() && decision.is_none(), "planning-decision-missing");
        errors.done(Some(Record { note, decision }))
    }
}

/// The filter of the list of meetings.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MeetingsFilter {
    pub state: String,
}

impl MeetingsFilter {
    pub fn open(&self) -> Option<bool> {
        match self.state.as_str() {
            "open" => Some(true),
            "closed" => Some(false),
            _ => None,
        }
    }
}

/// Which lines of a meeting are shown.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LinesFilter {
    pub show: String,
}

impl LinesFilter {
    pub fn show(&self) -> Show {
        Show::read(&self.show).unwrap_or_default()
    }
}

impl From<PlanningError> for FormError {
    fn from(error: PlanningError) -> Self {
        match error {
            PlanningError::NotFound => AppError::NotFound.into(),
            PlanningError::ChangedMeanwhile => AppError::ChangedMeanwhile.into(),
            PlanningError::Db(error) => error.into(),
            PlanningError::Unexpected(error) => AppError::from(error).into(),
            refusal => FieldErrors::on("lines", refusal).into(),
        }
    }
}
