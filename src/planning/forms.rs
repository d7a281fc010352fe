//! Text in, types out.

use entity::MatchingMeeting;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::{Decision, NewDecision, PlanningError, Record, rows::Show};
use crate::{
    form::{self, FieldErrors, Form, Seen, Text, Ticked, form, refusals},
    list::{Searched, Typed},
    word::Worded,
};

form! {
    /// What is to hold for a pair.
    pub struct DecisionForm {
        referral_id: String,
        mentor_id: String,
        decision: String,
        /// The referral of the line beside it.
        next: String,
    }

    /// The pairs to propose.
    pub struct ProposalsForm {
        pairs: Ticked,
    }

    pub struct RecordForm {
        note: Text<4000>,
        decision: Text<4000>,
        /// "yes" when the meeting ends with it.
        close: String,
        seen: Seen,
    }
}

/// What is wrong is told beside the pair, as the fields are behind its buttons.
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

impl ProposalsForm {
    pub fn parse(&self) -> Result<Vec<Uuid>, FieldErrors> {
        form::read(|errors| {
            let pairs: Option<Vec<Uuid>> = self.pairs.iter().map(|id| id.parse().ok()).collect();
            let pairs = pairs.filter(|pairs| !pairs.is_empty());
            self.pairs.refuse_if(errors, pairs.is_none(), "planning-choose-pairs");
            pairs
        })
    }
}

impl RecordForm {
    pub fn of(meeting: &MatchingMeeting) -> Self {
        Self::filled(|form| {
            form.note.set(meeting.note.clone());
            form.decision.set(meeting.decision.clone());
        })
    }

    pub fn closes(&self) -> bool {
        self.close == "yes"
    }

    pub fn parse(&self) -> Result<Record, FieldErrors> {
        form::read(|errors| {
            let record = Record { note: self.note.read(errors), decision: self.decision.read(errors) };
            let is_undecided = self.closes() && record.decision.is_none();
            self.decision.refuse_if(errors, is_undecided, "planning-decision-missing");
            Some(record)
        })
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
    /// Looked for in names, wish and partner.
    pub q: Typed,
}

impl Searched for LinesFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl LinesFilter {
    pub fn show(&self) -> Show {
        Show::read(&self.show).unwrap_or_default()
    }
}

refusals! {
    PlanningError { leaves Db, Changed, Unexpected; gone NotFound; overtaken ChangedMeanwhile; else "lines"; }
}
