//! Meetings found through the viewer, with what was planned and decided at them.

use std::collections::HashSet;

use entity::{
    MatchingMeeting, PairDecision,
    matching_meetings::{Column, Entity},
    pair_decisions::{self, DecisionKind},
    planned_pairs,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};
use thiserror::Error;

use super::arrange::Decisions;
use crate::{form::ChangedMeanwhile, viewer::Viewer};

/// Why something cannot be done at a meeting.
#[derive(Debug, Error)]
pub enum PlanningError {
    #[error("planning-not-found")]
    NotFound,
    #[error("planning-is-closed")]
    Closed,
    /// Others kept deciding while the plan was made.
    #[error("planning-changed-meanwhile")]
    ChangedMeanwhile,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    /// The referral is not part of the plan, or has become a proposal.
    #[error("planning-not-planned")]
    NotPlanned,
    /// Staff are to talk with the partner first, or the young person rests.
    #[error("{}", crate::matching::held_back_key(*.0))]
    HeldBack(crate::referral::HeldBack),
    #[error("{}", .0.key())]
    RuledOut(crate::matching::RuledOut),
    /// As many pairs are locked with the mentor as there are free seats.
    #[error("planning-seats-locked")]
    SeatsLocked,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// The meetings that a viewer may see: staff all, anybody else none.
pub fn visible_to(viewer: &Viewer) -> Condition {
    if viewer.is_staff() { Condition::all() } else { Condition::all().add(Expr::val(1).eq(0)) }
}

/// The meeting, if there is one that this viewer may see.
pub async fn find_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<MatchingMeeting>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(viewer)).one(db).await
}

/// The same, open and locked until the transaction ends.
pub(super) async fn open_and_locked(
    tx: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> Result<MatchingMeeting, PlanningError> {
    find_for(tx, viewer, id).await?.ok_or(PlanningError::NotFound)?;
    locked_while_open(tx, id).await
}

/// A meeting that was found before, open and locked until the transaction ends.
pub(super) async fn locked_while_open(tx: &impl ConnectionTrait, id: Uuid) -> Result<MatchingMeeting, PlanningError> {
    let found = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let meeting = found.ok_or(PlanningError::NotFound)?;
    if meeting.closed_at.is_some() { Err(PlanningError::Closed) } else { Ok(meeting) }
}

/// Meetings whose plan is asked for, or is older than the last decision.
pub(super) fn wants_a_plan() -> Condition {
    let is_behind = Expr::col(Column::Version).ne(Expr::col(Column::SolvedVersion));
    let is_old = Condition::all().add(Column::SolvedAt.is_not_null()).add(is_behind);
    that_are_open(true).add(Condition::any().add(Column::AskedAt.is_not_null()).add(is_old))
}

/// Every decision about a pair of this meeting.
pub(super) async fn decisions_of(db: &impl ConnectionTrait, meeting_id: Uuid) -> Result<Vec<PairDecision>, DbErr> {
    pair_decisions::Entity::find().filter(pair_decisions::Column::MeetingId.eq(meeting_id)).all(db).await
}

impl FromIterator<PairDecision> for Decisions {
    fn from_iter<T: IntoIterator<Item = PairDecision>>(rows: T) -> Self {
        let mut decisions = Self::default();
        for row in rows {
            match row.kind {
                DecisionKind::Locked => drop(decisions.locked.insert(row.referral_id, row.mentor_id)),
                DecisionKind::Forbidden => drop(decisions.forbidden.insert((row.referral_id, row.mentor_id))),
            }
        }
        decisions
    }
}

/// The referrals that became proposals at this meeting: it does not plan for them again.
pub(super) async fn proposed_at(db: &impl ConnectionTrait, meeting_id: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    let rows = planned_pairs::Entity::find()
        .select_only()
        .column(planned_pairs::Column::ReferralId)
        .filter(planned_pairs::Column::MeetingId.eq(meeting_id))
        .filter(planned_pairs::Column::ProposalId.is_not_null());
    Ok(rows.into_tuple::<Uuid>().all(db).await?.into_iter().collect())
}

/// Meetings that are still open, or those that are closed.
pub(super) fn that_are_open(open: bool) -> Condition {
    let closed = Column::ClosedAt.is_not_null();
    Condition::all().add(if open { closed.not() } else { closed })
}
