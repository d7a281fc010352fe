//! People decide about a pair: these two and no others, anybody but these two, or neither any more.

use chrono::{DateTime, Utc};
use entity::{
    MatchingMeeting, PairDecision, matching_meetings,
    pair_decisions::{self, Column, DecisionKind, Entity},
    planned_pairs, referrals,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use super::{
    PlanningError,
    queries::{decisions_of, open_and_locked},
};
use crate::{
    clock::local_date,
    config::Rules,
    database::Database,
    matching::{self, Wanted},
    mentor,
    record::Change,
    referral,
    viewer::Viewer,
    word::Worded,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Lock,
    Forbid,
    Release,
}

impl Worded for Decision {
    const KEY: &'static str = "planning-decision";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Lock, "lock", ""), (Self::Forbid, "forbid", ""), (Self::Release, "release", "")];
}

impl Decision {
    fn action(self) -> &'static str {
        match self {
            Self::Lock => "pair_locked",
            Self::Forbid => "pair_forbidden",
            Self::Release => "pair_released",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct NewDecision {
    pub meeting_id: Uuid,
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub decision: Decision,
}

/// Writes the decision down. The plan follows it when it is made again.
pub async fn decide(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    new: NewDecision,
) -> Result<(), PlanningError> {
    let tx = db.begin().await?;
    let meeting = open_and_locked(&tx, viewer, new.meeting_id).await?;
    must_be_planned(&tx, &new).await?;
    let made = decisions_of(&tx, new.meeting_id).await?;
    if new.decision == Decision::Lock {
        check_lock(&tx, now, rules, &new, &made).await?;
    }
    forget(&tx, &new, &made).await?;
    match new.decision {
        Decision::Lock => insert(&tx, now, viewer, &new, DecisionKind::Locked).await?,
        Decision::Forbid => insert(&tx, now, viewer, &new, DecisionKind::Forbidden).await?,
        Decision::Release => {}
    }
    mark_changed(&tx, now, viewer, &meeting, &new).await?;
    tx.commit().await?;
    Ok(())
}

async fn must_be_planned(tx: &impl ConnectionTrait, new: &NewDecision) -> Result<(), PlanningError> {
    let planned = planned_pairs::Entity::find()
        .filter(planned_pairs::Column::MeetingId.eq(new.meeting_id))
        .filter(planned_pairs::Column::ReferralId.eq(new.referral_id))
        .filter(planned_pairs::unproposed());
    planned.one(tx).await?.map(drop).ok_or(PlanningError::NotPlanned)
}

/// A lock needs a pair that may be proposed, and a seat of the mentor that no other lock has.
async fn check_lock(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    new: &NewDecision,
    made: &[PairDecision],
) -> Result<(), PlanningError> {
    let facts = mentor::facts_of(tx, &[new.mentor_id]).await?.remove(&new.mentor_id).ok_or(PlanningError::NotFound)?;
    let referral = referrals::Entity::find_by_id(new.referral_id).one(tx).await?.ok_or(PlanningError::NotFound)?;
    if let Some(why) = referral::held_back(&referral, local_date(now)) {
        return Err(PlanningError::HeldBack(why));
    }
    let wanted = Wanted::of_referral(tx, rules, &referral).await?;
    if let Some(why) = matching::ruled_out(&wanted, &facts, local_date(now)) {
        return Err(PlanningError::RuledOut(why));
    }
    let is_other = |row: &&PairDecision| {
        row.kind == DecisionKind::Locked && row.mentor_id == new.mentor_id && row.referral_id != new.referral_id
    };
    if made.iter().filter(is_other).count() >= facts.seats.free() as usize {
        return Err(PlanningError::SeatsLocked);
    }
    Ok(())
}

/// What was decided about the pair before, and with a new lock the old lock of the same referral.
async fn forget(tx: &impl ConnectionTrait, new: &NewDecision, made: &[PairDecision]) -> Result<(), DbErr> {
    let is_replaced = |row: &&PairDecision| {
        let is_lock = row.kind == DecisionKind::Locked && new.decision == Decision::Lock;
        row.referral_id == new.referral_id && (row.mentor_id == new.mentor_id || is_lock)
    };
    let replaced = made.iter().filter(is_replaced).map(|row| row.id);
    Entity::delete_many().filter(Column::Id.is_in(replaced)).exec(tx).await.map(drop)
}

async fn insert(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    new: &NewDecision,
    kind: DecisionKind,
) -> Result<(), PlanningError> {
    let known = mentor::find_for(tx, viewer, new.mentor_id).await?.ok_or(PlanningError::NotFound)?;
    let row = pair_decisions::ActiveModel {
        id: Set(Uuid::now_v7()),
        meeting_id: Set(new.meeting_id),
        referral_id: Set(new.referral_id),
        mentor_id: Set(known.id),
        kind: Set(kind),
        decided_by: Set(viewer.user_id),
        decided_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

async fn mark_changed(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    meeting: &MatchingMeeting,
    new: &NewDecision,
) -> Result<(), DbErr> {
    matching_meetings::ActiveModel { id: Set(meeting.id), version: Set(meeting.version + 1), ..Default::default() }
        .update(tx)
        .await?;
    let change = Change {
        details: Some(serde_json::json!({ "referral_id": new.referral_id, "mentor_id": new.mentor_id })),
        ..Change::of(viewer, "matching_meeting", meeting.id, new.decision.action())
    };
    change.write(tx, now).await
}
