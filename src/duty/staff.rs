//! Those of staff who work: nobody else is responsible for anything, or steps in.

use entity::{
    User,
    users::{self, Column},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use crate::{list::danish, word::Choice};

/// One who works, and goes on doing so until the transaction ends.
pub async fn at_work(tx: &impl ConnectionTrait, id: Uuid) -> Result<Option<User>, DbErr> {
    users::Entity::find_by_id(id).filter(users::at_work()).lock_shared().one(tx).await
}

/// All who work but one, to choose from.
pub async fn colleagues(db: &impl ConnectionTrait, but: Option<Uuid>) -> Result<Vec<Choice>, DbErr> {
    let found = users::Entity::find().filter(users::at_work()).order_by_asc(danish(Column::Name));
    let found = match but {
        Some(one) => found.filter(Column::Id.ne(one)),
        None => found,
    };
    let found: Vec<(Uuid, String)> =
        found.select_only().columns([Column::Id, Column::Name]).order_by_asc(Column::Id).into_tuple().all(db).await?;
    Ok(found.into_iter().map(|(id, name)| Choice::new(id, name)).collect())
}
