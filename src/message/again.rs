//! Letters that were given up, and another chance for them.

use chrono::{DateTime, Utc};
use entity::letters::{self, Column};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select, prelude::Uuid,
};

/// Stands as the failure of a letter that nobody wanted any more: nothing went wrong.
pub(super) const NOT_WANTED: &str = "not wanted any more";

/// The letters that could not be delivered, the newest first.
pub fn given_up() -> Select<letters::Entity> {
    letters::Entity::find()
        .filter(Column::GivenUpAt.is_not_null())
        .filter(Column::Failure.ne(NOT_WANTED))
        .order_by_desc(Column::GivenUpAt)
}

/// Puts a letter that was given up back into the queue, with all its tries. False when there is none.
pub async fn try_again(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<bool, DbErr> {
    let Some(letter) = given_up().filter(Column::Id.eq(id)).one(tx).await? else { return Ok(false) };
    let again = letters::ActiveModel {
        run_at: Set(now),
        attempts: Set(0),
        given_up_at: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    letters::Entity::update_many().set(again).filter(Column::Id.eq(letter.id)).exec(tx).await?;
    Ok(true)
}
