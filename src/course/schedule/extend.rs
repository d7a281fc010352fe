//! The planned end is moved, with a reason; every extension stays on record.

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::course_extensions;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, IntoActiveModel, prelude::Uuid};
use thiserror::Error;

use crate::{
    clock::local_date,
    course::{
        access::{NotRunning, begin_running},
        letters,
    },
    database::Database,
    message,
    record::Change,
    viewer::Viewer,
};

/// One extension moves the end by at most so many calendar months.
const LONGEST_MONTHS: u32 = 12;

#[derive(Debug, Error, PartialEq)]
pub enum ExtendError {
    #[error("course-extension-not-later")]
    NotLater,
    #[error("course-extension-in-past")]
    InPast,
    #[error("course-extension-too-far")]
    TooFar,
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Moves the planned end of a running course to a later day.
pub async fn extend(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    until: NaiveDate,
    reason: String,
) -> Result<(), ExtendError> {
    let act = begin_running(db, now, viewer, course_id).await?;
    let before = act.row.planned_end_on;
    check(before, until, local_date(now))?;
    let extension = course_extensions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        planned_end_before: Set(before),
        planned_end_after: Set(until),
        reason: Set(reason.clone()),
        extended_at: Set(now),
        extended_by: Set(Some(viewer.user_id)),
    };
    extension.insert(&act.tx).await?;
    let mut row = act.row.clone().into_active_model();
    row.planned_end_on = Set(until);
    row.version = Set(act.row.version + 1);
    row.update(&act.tx).await?;
    message::queue(&act.tx, now, letters::EXTENDED, course_id, &now.timestamp_micros().to_string()).await?;
    let change = Change {
        reason: Some(reason),
        details: Some(serde_json::json!({ "planned_end_on": [before, until] })),
        ..Change::of(viewer, "course", course_id, "extended")
    };
    act.finish(now, change).await
}

/// Whether the end may be moved to this day.
pub(super) fn check(before: NaiveDate, until: NaiveDate, today: NaiveDate) -> Result<(), ExtendError> {
    if until <= before {
        return Err(ExtendError::NotLater);
    }
    if until < today {
        return Err(ExtendError::InPast);
    }
    if until > before.max(today) + Months::new(LONGEST_MONTHS) {
        return Err(ExtendError::TooFar);
    }
    Ok(())
}
