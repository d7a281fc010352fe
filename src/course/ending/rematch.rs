//! After an ended course a new mentor is looked for: back to the queue, with what the next mentor may know.

use chrono::{DateTime, Utc};
use entity::{Course, courses, referrals};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QuerySelect,
    prelude::Uuid,
};
use thiserror::Error;

use crate::{
    clock::local_date, course::access::begin, database::Database, form::ChangedMeanwhile, record::Change, referral,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum RematchError {
    #[error("course-gone")]
    NotFound,
    #[error("course-still-running")]
    StillRunning,
    /// The rematch has begun already.
    #[error("course-rematch-followed")]
    Followed,
    #[error("course-rematch-withdrawn")]
    Withdrawn,
    /// The young person says no to a mentor.
    #[error("course-no-consent")]
    Stopped,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Sends the referral back to the queue, its waiting time kept, and keeps what the next mentor may know, if that is
/// `unchanged` since somebody looked. The course that begins next follows this one by itself.
pub async fn rematch(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    handover: Option<String>,
    unchanged: impl FnOnce(&Course) -> Result<(), ChangedMeanwhile>,
) -> Result<Uuid, RematchError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(RematchError::NotFound)?;
    let (tx, course) = (&act.tx, &act.row);
    check(tx, course).await?;
    unchanged(course)?;
    if referral::locked_agreement(tx, course.referral_id).await?.is_no() {
        return Err(RematchError::Stopped);
    }
    let referral_id = course.referral_id;
    let mut row = course.clone().into_active_model();
    row.handover = Set(handover);
    row.version = Set(course.version + 1);
    row.update(tx).await?;
    referral::requeue(tx, referral_id, local_date(now)).await?;
    act.finish::<DbErr>(now, Change::of(viewer, "course", course_id, "rematch_wanted")).await?;
    Ok(referral_id)
}

/// Nothing has followed the course yet, and something may.
pub(super) async fn check(tx: &impl ConnectionTrait, course: &Course) -> Result<(), RematchError> {
    if course.ended_on.is_none() {
        return Err(RematchError::StillRunning);
    }
    let referral = referrals::Entity::find_by_id(course.referral_id).lock_exclusive().one(tx).await?;
    if referral.is_none_or(|referral| referral.withdrawn_on.is_some()) {
        return Err(RematchError::Withdrawn);
    }
    let newest = courses::of_referral(course.referral_id).one(tx).await?;
    if newest.is_some_and(|newest| newest.id != course.id) { Err(RematchError::Followed) } else { Ok(()) }
}
