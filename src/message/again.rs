//! Messages that did not arrive or may not have, and another chance for them.

use chrono::{DateTime, Utc};
use entity::{
    Message,
    messages::{self, Column},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use super::{
    Unwanted,
    left::{in_vain, left_over},
    way,
};
use crate::{database::Database, word::Worded};

/// Messages that wait for another try.
pub(super) fn tried_in_vain() -> Condition {
    Condition::all().add(Column::NextTryAt.is_not_null()).add(Column::Failure.is_not_null())
}

pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Message>, DbErr> {
    messages::Entity::find_by_id(id).one(db).await
}

/// Puts a message that was given up, came back or may have arrived back into the queue, with all its tries, or tries one now that
/// waits for its next try. False when there is none, or when it is on its way right now.
pub async fn try_again(db: &Database, now: DateTime<Utc>, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let again = messages::ActiveModel {
        due_at: Set(now),
        next_try_at: Set(Some(now)),
        tries: Set(0),
        copies: Set(0),
        first_tried_at: Set(None),
        handing_over_at: Set(None),
        unknown_at: Set(None),
        given_up_at: Set(None),
        accepted_at: Set(None),
        delivered_at: Set(None),
        bounced_at: Set(None),
        bounce: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    let failed = Condition::any().add(in_vain()).add(tried_in_vain());
    let free = messages::Entity::update_many().set(again).filter(failed).filter(Column::Claim.is_null());
    let found = free.filter(Column::Id.eq(id)).exec(&tx).await?.rows_affected == 1;
    if found {
        // Whoever sends it again says that its way is right.
        way::arrived(&tx, id).await?;
    }
    tx.commit().await?;
    Ok(found)
}

/// Takes a message that is left off the lists: somebody has told or asked in another way, or knows that it arrived. False when there is none.
pub async fn settle(db: &Database, now: DateTime<Utc>, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let settled = messages::ActiveModel {
        unwanted_at: Set(Some(now)),
        unwanted: Set(Some(Unwanted::Settled.code().into_owned())),
        ..Default::default()
    };
    let failed = messages::Entity::update_many().set(settled).filter(left_over());
    let found = failed.filter(Column::Id.eq(id)).exec(&tx).await?.rows_affected == 1;
    tx.commit().await?;
    Ok(found)
}
