//! A mentor is paused by what happened in a course, in the transaction that tells of it.

use chrono::{DateTime, Utc};
use entity::{mentor_pauses, mentors};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{MentorStatus, changed, with_status};
use crate::{clock::local_date, record::Change};

/// Pauses an active mentor from today until somebody ends the pause. One who is paused or has left stays so.
pub async fn stand_down(tx: &impl ConnectionTrait, now: DateTime<Utc>, by: Uuid, mentor_id: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    let active = mentors::Entity::find_by_id(mentor_id).filter(with_status(MentorStatus::Active, today));
    if active.lock_exclusive().one(tx).await?.is_none() {
        return Ok(());
    }
    let pause = mentor_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor_id),
        from_on: Set(today),
        until_on: Set(None),
        reason: Set(None),
    };
    mentor_pauses::Entity::insert(pause).exec_without_returning(tx).await?;
    changed(tx, mentor_id).await?;
    let by = Some(by);
    let change = Change { subject: "mentor", subject_id: mentor_id, action: "paused", by, ..Default::default() };
    change.write(tx, now).await
}
