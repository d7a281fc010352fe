//! Pausing, and coming back.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Mentor, MentorPause, mentor_pauses, mentors};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};
use thiserror::Error;

use super::current;
use crate::{
    clock::local_date,
    database::Database,
    mentor::{changed, facts::pauses_of, visible_to},
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum PauseError {
    #[error("mentor-missing")]
    NotFound,
    #[error("mentor-pause-left")]
    Left,
    #[error("mentor-pause-past")]
    Past,
    #[error("mentor-pause-backwards")]
    Backwards,
    #[error("mentor-pause-already")]
    Already,
    #[error("mentor-pause-none")]
    NotPaused,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A pause from a day until a day, both within it, or until further notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPause {
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub reason: Option<String>,
}

/// Plans or begins a pause. Courses that run go on.
pub async fn pause(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    new: NewPause,
) -> Result<(), PauseError> {
    let today = local_date(now);
    if new.from < today {
        return Err(PauseError::Past);
    }
    if new.until.is_some_and(|until| until < new.from) {
        return Err(PauseError::Backwards);
    }
    let tx = db.begin().await?;
    let (mentor, pauses) = found(&tx, by, mentor_id).await?;
    if mentor.left_on.is_some() {
        return Err(PauseError::Left);
    }
    if current(&pauses, today).is_some() {
        return Err(PauseError::Already);
    }
    let row = mentor_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor_id),
        from_on: Set(new.from),
        until_on: Set(new.until),
        reason: Set(new.reason),
    };
    mentor_pauses::Entity::insert(row).exec_without_returning(&tx).await?;
    tell(&tx, now, by, mentor_id, "paused").await?;
    Ok(tx.commit().await?)
}

/// Ends a pause today, or drops one that is only planned.
pub async fn resume(db: &Database, now: DateTime<Utc>, by: &Viewer, mentor_id: Uuid) -> Result<(), PauseError> {
    let today = local_date(now);
    let tx = db.begin().await?;
    let (_, pauses) = found(&tx, by, mentor_id).await?;
    let paused = current(&pauses, today).ok_or(PauseError::NotPaused)?;
    if paused.from_on < today {
        let ended =
            mentor_pauses::ActiveModel { id: Set(paused.id), until_on: Set(today.pred_opt()), ..Default::default() };
        ended.update(&tx).await?;
    } else {
        mentor_pauses::Entity::delete_by_id(paused.id).exec(&tx).await?;
    }
    tell(&tx, now, by, mentor_id, "resumed").await?;
    Ok(tx.commit().await?)
}

async fn found(
    tx: &impl ConnectionTrait,
    by: &Viewer,
    mentor_id: Uuid,
) -> Result<(Mentor, Vec<MentorPause>), PauseError> {
    let mentor = mentors::Entity::find_by_id(mentor_id).filter(visible_to(by)).lock_exclusive().one(tx).await?;
    let mentor = mentor.ok_or(PauseError::NotFound)?;
    let pauses = pauses_of(tx, &[mentor_id]).await?.remove(&mentor_id).unwrap_or_default();
    Ok((mentor, pauses))
}

/// Tells the index and the change log.
async fn tell(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    action: &'static str,
) -> Result<(), DbErr> {
    changed(tx, mentor_id).await?;
    let change =
        Change { on_behalf_of: by.is_staff().then_some("mentor"), ..Change::of(by, "mentor", mentor_id, action) };
    change.write(tx, now).await
}
