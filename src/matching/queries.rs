//! Proposals found through the viewer.

use entity::{
    Mentor, Proposal, mentors, messages,
    proposals::{self, Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};
use thiserror::Error;

use super::letters::MENTEE_ASKED;
use crate::{
    course,
    mentor::seats,
    referral,
    viewer::{Viewer, nobody},
};

/// Why an answer to a proposal cannot be taken.
#[derive(Debug, Error)]
pub enum ProposalError {
    #[error("matching-not-found")]
    NotFound,
    /// Somebody answered meanwhile, or the time ran out.
    #[error("matching-no-longer-open")]
    NoLongerOpen,
    #[error("matching-link-spent")]
    LinkSpent,
    #[error("matching-reason-missing")]
    ReasonMissing,
    /// The young person says no to a mentor by now.
    #[error("matching-stopped")]
    Stopped,
    #[error("course-already-running")]
    AlreadyRunning,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<course::BeginError> for ProposalError {
    fn from(error: course::BeginError) -> Self {
        match error {
            course::BeginError::Db(error) => Self::Db(error),
            course::BeginError::AlreadyRunning => Self::AlreadyRunning,
        }
    }
}

impl From<seats::HoldError> for ProposalError {
    fn from(error: seats::HoldError) -> Self {
        match error {
            seats::HoldError::Db(error) => Self::Db(error),
            seats::HoldError::NoFreeSeat => Self::NoLongerOpen,
        }
    }
}

/// The proposals that a viewer may see: staff all; a mentor those made to them; anybody else none.
pub fn visible_to(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return Condition::all();
    }
    match viewer.mentor_id.filter(|_| viewer.is_mentor()) {
        Some(mentor_id) => Condition::all().add(Column::MentorId.eq(mentor_id)),
        None => nobody(),
    }
}

/// Proposals about which a letter to the young person, or to the partner in their place, was sent or is on its way.
pub fn is_written_to() -> Expr {
    let mut written = Query::select();
    written
        .expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Expr::col((messages::Entity, messages::Column::SubjectId)).equals((Entity, Column::Id)))
        .and_where(messages::Column::Kind.eq(MENTEE_ASKED.name))
        .and_where(messages::Column::UnwantedAt.is_null())
        .and_where(messages::Column::GivenUpAt.is_null());
    Expr::exists(written)
}

/// The proposal, if there is one that this viewer may see.
pub async fn find_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Proposal>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(viewer)).one(db).await
}

/// The proposal that a link is about; whoever follows it is no viewer.
pub(super) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Proposal>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

pub(super) async fn mentor_of(db: &impl ConnectionTrait, proposal: &Proposal) -> Result<Option<Mentor>, DbErr> {
    mentors::Entity::find_by_id(proposal.mentor_id).one(db).await
}

/// The same, locked until the transaction ends.
pub(super) async fn locked(tx: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Proposal, ProposalError> {
    let found = Entity::find_by_id(id).filter(visible_to(viewer)).lock_exclusive().one(tx).await?;
    found.ok_or(ProposalError::NotFound)
}

/// Nobody says yes any more once the young person has said no to a mentor; the answer stays so until the transaction ends.
pub(super) async fn check_agreed(tx: &impl ConnectionTrait, proposal: &Proposal) -> Result<(), ProposalError> {
    let is_no = referral::locked_agreement(tx, proposal.referral_id).await?.is_no();
    if is_no { Err(ProposalError::Stopped) } else { Ok(()) }
}

/// The open proposals of a mentor, the oldest first.
pub(super) async fn open_of_mentor(db: &impl ConnectionTrait, mentor_id: Uuid) -> Result<Vec<Proposal>, DbErr> {
    use sea_orm::QueryOrder;
    proposals::Entity::find()
        .filter(Column::MentorId.eq(mentor_id))
        .filter(Column::ClosedAt.is_null())
        .order_by_asc(Column::ProposedAt)
        .all(db)
        .await
}
