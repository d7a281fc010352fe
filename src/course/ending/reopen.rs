//! A wrong ending is taken back; what it said stays in the change log.

use chrono::{DateTime, Utc};
use entity::{Course, courses, proposals};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect, SqlErr, prelude::Uuid,
};
use thiserror::Error;

use super::past;
use crate::{
    clock::local_date,
    course::{access::begin, letters},
    database::Database,
    mentor::seats::{self, HoldError},
    message,
    record::Change,
    referral,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum ReopenError {
    #[error("course-gone")]
    NotFound,
    /// Somebody reopened it meanwhile.
    #[error("course-still-running")]
    StillRunning,
    /// A later course of the same young person stands on this ending.
    #[error("course-reopen-followed")]
    Followed,
    /// The young person has been proposed to another mentor.
    #[error("course-reopen-proposed")]
    Proposed,
    /// The young person says no to a mentor.
    #[error("course-no-consent")]
    Stopped,
    #[error("course-reopen-no-seat")]
    NoFreeSeat,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Lets an ended course run again, on a free seat of its mentor.
pub async fn reopen(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    reason: String,
) -> Result<(), ReopenError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(ReopenError::NotFound)?;
    let (tx, course) = (&act.tx, &act.row);
    if course.ended_on.is_none() {
        return Err(ReopenError::StillRunning);
    }
    check_nothing_followed(tx, course).await?;
    if referral::locked_agreement(tx, course.referral_id).await?.is_no() {
        return Err(ReopenError::Stopped);
    }
    let hold = seats::hold(tx, course.mentor_id, local_date(now)).await?;
    let details = serde_json::json!({
        "ended_on": course.ended_on,
        "ended_by": course.ended_by,
        "reason": course.interruption_reason,
        "class_override": course.class_override,
    });
    past::keep(tx, course, local_date(now)).await?;
    take_back(tx, course.clone(), hold).await?;
    referral::leave_queue(tx, course.referral_id).await?;
    message::queue(tx, now, letters::REOPENED, course_id, &now.timestamp_micros().to_string()).await?;
    let change =
        Change { reason: Some(reason), details: Some(details), ..Change::of(viewer, "course", course_id, "reopened") };
    act.finish(now, change).await
}

async fn check_nothing_followed(tx: &impl ConnectionTrait, course: &Course) -> Result<(), ReopenError> {
    entity::referrals::Entity::find_by_id(course.referral_id).lock_exclusive().one(tx).await?;
    let newest = courses::of_referral(course.referral_id).one(tx).await?;
    if newest.is_some_and(|newest| newest.id != course.id) {
        return Err(ReopenError::Followed);
    }
    let open = proposals::Entity::find()
        .filter(proposals::Column::ReferralId.eq(course.referral_id))
        .filter(proposals::Column::ClosedAt.is_null());
    if open.count(tx).await? > 0 { Err(ReopenError::Proposed) } else { Ok(()) }
}

/// The plan, the note and the second route stay: they are offered again at the next ending.
async fn take_back(tx: &impl ConnectionTrait, course: Course, hold: Uuid) -> Result<(), ReopenError> {
    let version = course.version;
    let mut row = course.into_active_model();
    row.seat_hold_id = Set(Some(hold));
    row.ended_on = Set(None);
    row.ended_by = Set(None);
    row.interruption_reason = Set(None);
    row.class_override = Set(None);
    row.override_reason = Set(None);
    row.followed = Set(None);
    row.ending_known_on = Set(None);
    row.version = Set(version + 1);
    row.update(tx).await.map_err(lost_the_race)?;
    Ok(())
}

/// The database refuses a second running course of one referral, whatever was checked before.
fn lost_the_race(error: DbErr) -> ReopenError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => ReopenError::Followed,
        _ => ReopenError::Db(error),
    }
}

impl From<HoldError> for ReopenError {
    fn from(error: HoldError) -> Self {
        match error {
            HoldError::NoFreeSeat => Self::NoFreeSeat,
            HoldError::Db(error) => Self::Db(error),
        }
    }
}
