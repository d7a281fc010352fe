//! Puts a message into the queue, in the transaction it tells of.

use chrono::{DateTime, Utc};
use entity::messages::{self, Column};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
    sea_query::OnConflict,
};

use super::{MessageKind, Unwanted};
use crate::word::Worded;

/// Sends a message soon after the transaction is committed; nothing is sent when it is not.
///
/// `subject_id` is what it is about. A second message with the same kind, subject and `dedup`
/// (at most 40 characters) is not queued: an empty `dedup` means once ever, a date once a day.
pub async fn queue(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: MessageKind,
    subject_id: Uuid,
    dedup: &str,
) -> Result<(), DbErr> {
    queue_at(tx, (now, now), kind, subject_id, dedup).await
}

/// The same, and once more where the one of this key was withdrawn as there was nothing to tell just then.
pub async fn queue_anew(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: MessageKind,
    subject_id: Uuid,
    dedup: &str,
) -> Result<(), DbErr> {
    let anew = messages::ActiveModel {
        due_at: Set(now),
        next_try_at: Set(Some(now)),
        tries: Set(0),
        first_tried_at: Set(None),
        unwanted_at: Set(None),
        unwanted: Set(None),
        ..Default::default()
    };
    let withdrawn = messages::Entity::update_many()
        .set(anew)
        .filter(Column::DedupKey.eq(kind.dedup_key(subject_id, dedup)))
        .filter(Column::Unwanted.eq(Unwanted::Answered.code().into_owned()))
        .filter(Column::Claim.is_null());
    if withdrawn.exec(tx).await?.rows_affected > 0 {
        return Ok(());
    }
    queue(tx, now, kind, subject_id, dedup).await
}

/// The same for a message that is wanted at `due_at` and not before. Its composer decides then whether it still is.
pub async fn queue_at(
    tx: &impl ConnectionTrait,
    (now, due_at): (DateTime<Utc>, DateTime<Utc>),
    kind: MessageKind,
    subject_id: Uuid,
    dedup: &str,
) -> Result<(), DbErr> {
    let message = messages::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(kind.name.to_owned()),
        subject_id: Set(subject_id),
        dedup_key: Set(kind.dedup_key(subject_id, dedup)),
        category: Set(kind.declared.category),
        queued_at: Set(now),
        due_at: Set(due_at),
        next_try_at: Set(Some(due_at)),
        tries: Set(0),
        copies: Set(0),
        ..Default::default()
    };
    let once = OnConflict::column(Column::DedupKey).do_nothing().to_owned();
    messages::Entity::insert(message).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// Has the messages of a kind about a thing sent now that wait for their day, and would leave at `late` or after it.
pub async fn bring_forward(
    tx: &impl ConnectionTrait,
    (now, late): (DateTime<Utc>, DateTime<Utc>),
    kind: MessageKind,
    subject_id: Uuid,
) -> Result<(), DbErr> {
    let sooner = messages::ActiveModel { due_at: Set(now), next_try_at: Set(Some(now)), ..Default::default() };
    let waiting = messages::Entity::update_many()
        .set(sooner)
        .filter(Column::Kind.eq(kind.name))
        .filter(Column::SubjectId.eq(subject_id))
        .filter(Column::NextTryAt.gt(now))
        .filter(Column::DueAt.gte(late))
        .filter(Column::Claim.is_null());
    waiting.exec(tx).await.map(drop)
}
