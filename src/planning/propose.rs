//! Turns planned pairs into proposals, through the same door as every other proposal. One that has become impossible
//! meanwhile says why, and the others go on.

use chrono::{DateTime, Utc};
use entity::{
    planned_pairs::{self, Column, Entity},
    proposals::ProposalMethod,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{PlanningError, queries::open_and_locked, stored::Facts};
use crate::{
    config::Rules,
    database::{Database, Transaction},
    matching::{NewProposal, ProposeError, propose_within},
    record::Change,
    viewer::Viewer,
};

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    pub proposed: usize,
    pub refused: usize,
}

/// Proposes these pairs of the meeting, each in a transaction of its own. Those that are proposed already stay as they are.
pub async fn propose_pairs(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    meeting_id: Uuid,
    pairs: &[Uuid],
) -> Result<Turned, PlanningError> {
    let mut turned = Turned::default();
    for pair_id in pairs {
        match propose_one(db, now, rules, viewer, meeting_id, *pair_id).await? {
            Some(true) => turned.proposed += 1,
            Some(false) => turned.refused += 1,
            None => {}
        }
    }
    Ok(turned)
}

/// Whether it became a proposal; none when there was nothing to propose.
async fn propose_one(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    meeting_id: Uuid,
    pair_id: Uuid,
) -> Result<Option<bool>, PlanningError> {
    let tx = db.begin().await?;
    open_and_locked(&tx, viewer, meeting_id).await?;
    let found = Entity::find_by_id(pair_id).filter(Column::MeetingId.eq(meeting_id)).lock_exclusive().one(&tx).await?;
    let planned = found.filter(|pair| pair.proposal_id.is_none());
    let Some((pair, mentor_id)) = planned.and_then(|pair| pair.mentor_id.map(|mentor_id| (pair, mentor_id))) else {
        return Ok(None);
    };
    let new = NewProposal {
        referral_id: pair.referral_id,
        mentor_id,
        method: ProposalMethod::Planned,
        facts: Facts::read(&pair.facts).for_proposal(meeting_id),
    };
    match propose_within(&tx, now, rules, viewer, new).await {
        Ok(proposal) => {
            let row = planned_pairs::ActiveModel { proposal_id: Set(Some(proposal.id)), ..marked(pair_id, None) };
            write(tx, now, viewer, meeting_id, row, "pair_proposed").await?;
            Ok(Some(true))
        }
        Err(ProposeError::Db(error)) => Err(error.into()),
        Err(refusal) => {
            // What the refused proposal may have written is taken back.
            drop(tx);
            let row = marked(pair_id, Some(refusal.to_string()));
            write(db.begin().await?, now, viewer, meeting_id, row, "pair_refused").await?;
            Ok(Some(false))
        }
    }
}

fn marked(pair_id: Uuid, refusal: Option<String>) -> planned_pairs::ActiveModel {
    planned_pairs::ActiveModel { id: Set(pair_id), refusal: Set(refusal), ..Default::default() }
}

async fn write(
    tx: Transaction,
    now: DateTime<Utc>,
    viewer: &Viewer,
    meeting_id: Uuid,
    row: planned_pairs::ActiveModel,
    action: &'static str,
) -> Result<(), DbErr> {
    let pair = row.update(&tx).await?;
    let change = Change {
        details: Some(serde_json::json!({ "referral_id": pair.referral_id, "mentor_id": pair.mentor_id })),
        ..Change::of(viewer, "matching_meeting", meeting_id, action)
    };
    change.write(&tx, now).await?;
    tx.commit().await
}
