//! Proposals whose time ran out go back to the queue by themselves.

use chrono::{DateTime, Utc};
use entity::{
    Proposal, proposals,
    proposals::{Column, Entity},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{State, close::close, letters, state};
use crate::{clock::local_date, database::Database, message};

/// Proposals looked at in one turn.
const AT_ONCE: u64 = 100;

/// Closes what is overdue; how many. A proposal whose question nobody has answered does not run out.
pub async fn expire(db: &Database, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let waiting = Condition::any().add(State::AwaitingMentor.condition()).add(State::AwaitingMentee.condition());
    let overdue: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(waiting)
        .filter(Column::ExpiresOn.lt(local_date(now)))
        .limit(AT_ONCE)
        .into_tuple()
        .all(db)
        .await?;
    for id in &overdue {
        expire_one(db, now, *id).await?;
    }
    Ok(overdue.len())
}

/// Looks again under the lock: somebody may have answered in the last moment.
async fn expire_one(db: &Database, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    let found = Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let is_overdue = |proposal: &Proposal| {
        matches!(state(proposal), State::AwaitingMentor | State::AwaitingMentee)
            && proposal.expires_on < local_date(now)
    };
    if let Some(proposal) = found.filter(is_overdue) {
        let ending = proposals::ActiveModel { expired_at: Set(Some(now)), ..Default::default() };
        close(&tx, now, &proposal, ending).await?;
        message::queue(&tx, now, letters::BACK_IN_QUEUE, id, "").await?;
        message::queue(&tx, now, letters::EXPIRED, id, "").await?;
    }
    tx.commit().await
}
