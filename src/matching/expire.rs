//! Proposals whose time ran out go back to the queue by themselves.

use chrono::{DateTime, Utc};
use entity::{
    Proposal, proposals,
    proposals::{Column, Entity},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::{State, close::close, letters, state};
use crate::{clock::local_date, message};

/// What is overdue. A proposal whose question nobody has answered does not run out.
pub async fn overdue(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let waiting = Condition::any().add(State::AwaitingMentor.condition()).add(State::AwaitingMentee.condition());
    let overdue = Entity::find().select_only().column(Column::Id).filter(waiting);
    overdue.filter(Column::ExpiresOn.lt(local_date(now))).into_tuple().all(db).await
}

/// Closes one that is overdue. Looks again under the lock: somebody may have answered in the last moment.
pub async fn expire(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let found = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let is_overdue = |proposal: &Proposal| {
        matches!(state(proposal), State::AwaitingMentor | State::AwaitingMentee)
            && proposal.expires_on < local_date(now)
    };
    if let Some(proposal) = found.filter(is_overdue) {
        let ending = proposals::ActiveModel { expired_at: Set(Some(now)), ..Default::default() };
        close(tx, now, &proposal, ending).await?;
        message::queue(tx, now, letters::BACK_IN_QUEUE, id, "").await?;
        message::queue(tx, now, letters::EXPIRED, id, "").await?;
    }
    Ok(())
}
