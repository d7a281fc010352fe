//! Puts a letter into the queue, in the transaction it tells of.

use chrono::{DateTime, Utc};
use entity::letters::{self, Column};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid, sea_query::OnConflict};

use super::LetterKind;

/// Sends a letter soon after the transaction is committed; nothing is sent when it is not.
///
/// `subject_id` is what it is about. A second letter with the same kind, subject and `dedup`
/// (at most 40 characters) is not queued: an empty `dedup` means once ever, a date once a day.
pub async fn queue(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: LetterKind,
    subject_id: Uuid,
    dedup: &str,
) -> Result<(), DbErr> {
    queue_at(tx, now, kind, subject_id, dedup).await
}

/// The same for a letter that is not to be sent before `run_at`. Its composer decides then whether it is still wanted.
pub async fn queue_at(
    tx: &impl ConnectionTrait,
    run_at: DateTime<Utc>,
    kind: LetterKind,
    subject_id: Uuid,
    dedup: &str,
) -> Result<(), DbErr> {
    let letter = letters::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(kind.name.to_owned()),
        subject_id: Set(subject_id),
        dedup_key: Set(format!("{}:{}:{dedup}", kind.name, subject_id.simple())),
        run_at: Set(run_at),
        attempts: Set(0),
        locked_until: Set(None),
        sent_at: Set(None),
        given_up_at: Set(None),
        failure: Set(None),
    };
    let once = OnConflict::column(Column::DedupKey).do_nothing().to_owned();
    letters::Entity::insert(letter).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}
