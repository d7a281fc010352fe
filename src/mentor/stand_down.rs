//! A mentor is paused by what a reason declares, in the transaction that tells of it.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{mentor_pauses, mentors};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{MentorStatus, changed, with_status};
use crate::{clock::local_date, record::Change};

/// Pauses an active mentor from today to a last day, or until somebody ends the pause. One who is paused or has left
/// stays so. `by` says who, or whose word it was: nobody and nobody's when a young person without a sign-in brought it about.
pub async fn stand_down(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (by, on_behalf_of): (Option<Uuid>, Option<&'static str>),
    mentor_id: Uuid,
    until: Option<NaiveDate>,
) -> Result<(), DbErr> {
    let today = local_date(now);
    let active = mentors::Entity::find_by_id(mentor_id).filter(with_status(MentorStatus::Active, today));
    if active.lock_exclusive().one(tx).await?.is_none() {
        return Ok(());
    }
    let pause = mentor_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor_id),
        from_on: Set(today),
        until_on: Set(until),
        reason: Set(None),
    };
    mentor_pauses::Entity::insert(pause).exec_without_returning(tx).await?;
    changed(tx, mentor_id).await?;
    let change = Change { subject: "mentor", subject_id: mentor_id, action: "paused", by, ..Default::default() };
    Change { on_behalf_of, ..change }.write(tx, now).await
}
