//! What is remembered of a plan, so that a colleague sees the same: the facts of each line as they stood.

use chrono::NaiveDate;
use entity::{planned_pairs, planned_pairs::WhyLeft};
use sea_orm::{
    ActiveValue::Set,
    prelude::{Json, Uuid},
};
use serde::{Deserialize, Serialize};

use super::arrange::{Choice, Outcome, Waiting};
use crate::{
    language::Tr,
    matching::{Reason, RuledOut, sentence},
};

/// The facts of a line.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Facts {
    /// Of the pair, from 0 to 100.
    pub score: f64,
    pub reasons: Vec<Reason>,
    pub near: Vec<StoredNear>,
    /// Why there was nobody to choose, where there was nobody.
    pub nobody: Option<WhyLeft>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct StoredNear {
    pub mentor_id: Uuid,
    pub score: f64,
    /// How far away the mentor is, when that is too far.
    pub too_far_km: Option<u32>,
    /// The key of the one fact that rules the mentor out.
    pub ruled_out: Option<String>,
    /// The day on which the two may be proposed to each other again, when they rest.
    pub rests_until: Option<NaiveDate>,
}

impl StoredNear {
    /// What rules the mentor out, or how far away the mentor is, in words; empty when nothing speaks against a plan.
    pub fn why_not(&self, tr: Tr) -> String {
        match (self.rests_until, &self.ruled_out, self.too_far_km) {
            (Some(until), _, _) => RuledOut::Rests(until).sentence(tr),
            (None, Some(key), _) => tr.t(key),
            (None, None, Some(km)) => sentence(tr, &Reason::Far { km }),
            (None, None, None) => String::new(),
        }
    }
}

impl Facts {
    pub fn of(one: &Waiting, outcome: &Outcome) -> Self {
        let near = one.near.iter().map(|near| StoredNear {
            mentor_id: near.mentor_id,
            score: near.score,
            too_far_km: near.too_far_km,
            ruled_out: near.ruled_out.map(RuledOut::key).map(str::to_owned),
            rests_until: match near.ruled_out {
                Some(RuledOut::Rests(until)) => Some(until),
                _ => None,
            },
        });
        Self { near: near.collect(), nobody: Some(one.nobody), ..Self::default() }.with(outcome)
    }

    /// The same for another pair, or for none.
    #[must_use]
    pub fn with(self, outcome: &Outcome) -> Self {
        let (score, reasons) = match outcome {
            Outcome::Pair { ranking, .. } => (ranking.score, ranking.reasons.clone()),
            Outcome::Left(_) => Default::default(),
        };
        Self { score, reasons, ..self }
    }

    /// What an older version remembered otherwise is not known.
    pub fn read(stored: &Json) -> Self {
        Self::deserialize(stored).unwrap_or_default()
    }

    /// The facts that stay with a proposal.
    pub fn for_proposal(&self, meeting_id: Uuid) -> Json {
        serde_json::json!({ "score": self.score, "reasons": self.reasons, "matching_meeting": meeting_id })
    }
}

/// What a line says of its outcome.
pub fn columns(outcome: &Outcome) -> (Option<Uuid>, Option<WhyLeft>) {
    match outcome {
        Outcome::Pair { mentor_id, .. } => (Some(*mentor_id), None),
        Outcome::Left(why) => (None, Some(*why)),
    }
}

/// A line as a row of a meeting.
pub fn row(
    meeting_id: Uuid,
    position: i32,
    (one, outcome): (&Waiting, &Outcome),
) -> Result<planned_pairs::ActiveModel, serde_json::Error> {
    let (mentor_id, why_left) = columns(outcome);
    Ok(planned_pairs::ActiveModel {
        id: Set(Uuid::now_v7()),
        meeting_id: Set(meeting_id),
        referral_id: Set(one.referral.id),
        position: Set(position),
        mentor_id: Set(mentor_id),
        why_left: Set(why_left),
        facts: Set(serde_json::to_value(Facts::of(one, outcome))?),
        choices: Set(Some(packed(&one.choices))),
        proposal_id: Set(None),
        refusal: Set(None),
    })
}

/// How a choice is written: the id of the mentor, and the cost in four bytes.
const CHOICE: usize = 20;

fn packed(choices: &[Choice]) -> Vec<u8> {
    choices
        .iter()
        .flat_map(|choice| choice.mentor_id.into_bytes().into_iter().chain(choice.cost.to_be_bytes()))
        .collect()
}

/// The choices of a row.
pub fn unpacked(packed: &[u8]) -> Vec<Choice> {
    let choice = |bytes: &[u8]| {
        let (id, cost) = bytes.split_at_checked(CHOICE - 4)?;
        Some(Choice { mentor_id: Uuid::from_slice(id).ok()?, cost: u32::from_be_bytes(cost.try_into().ok()?) })
    };
    packed.chunks_exact(CHOICE).filter_map(choice).collect()
}
