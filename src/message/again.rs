//! Letters that were given up, and another chance for them.

use chrono::{DateTime, Utc};
use entity::{
    Letter,
    letters::{self, Column},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use crate::database::Database;

/// Stands as the failure of a letter that nobody wants any more: nothing is to be done.
pub(super) const NOT_WANTED: &str = "not wanted any more";

/// Letters that could not be delivered.
pub(super) fn given_up() -> Condition {
    Condition::all().add(Column::GivenUpAt.is_not_null()).add(Column::Failure.ne(NOT_WANTED))
}

pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Letter>, DbErr> {
    letters::Entity::find_by_id(id).one(db).await
}

/// Puts a letter that was given up back into the queue, with all its tries, or tries one now that waits for its next
/// try. False when there is none.
pub async fn try_again(db: &Database, now: DateTime<Utc>, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let again = letters::ActiveModel {
        run_at: Set(now),
        attempts: Set(0),
        given_up_at: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    let waits = Condition::all().add(Column::GivenUpAt.is_null()).add(Column::Failure.is_not_null());
    let unsent = letters::Entity::update_many().set(again).filter(Column::SentAt.is_null());
    let failed = unsent.filter(Condition::any().add(given_up()).add(waits));
    let found = failed.filter(Column::Id.eq(id)).exec(&tx).await?.rows_affected == 1;
    tx.commit().await?;
    Ok(found)
}

/// Takes a letter that was given up off the lists: somebody has told in another way what it said. False when there is
/// none.
pub async fn settle(db: &Database, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let settled = letters::ActiveModel { failure: Set(Some(NOT_WANTED.to_owned())), ..Default::default() };
    let failed = letters::Entity::update_many().set(settled).filter(given_up());
    let found = failed.filter(Column::Id.eq(id)).exec(&tx).await?.rows_affected == 1;
    tx.commit().await?;
    Ok(found)
}
