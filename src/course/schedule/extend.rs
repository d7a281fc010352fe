//! The planned end is moved, with a reason; every extension stays on record.

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::course_extensions;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, IntoActiveModel, prelude::Uuid};
use thiserror::Error;

use crate::{
    clock::local_date,
    course::access::{NotRunning, locked_running_for},
    database::Database,
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
    viewer: &Viewer,
    now: DateTime<Utc>,
    course_id: Uuid,
    until: NaiveDate,
    reason: String,
) -> Result<(), ExtendError> {
    let tx = db.begin().await?;
    let today = local_date(now);
    let course = locked_running_for(&tx, viewer, today, course_id).await?;
    let before = course.planned_end_on;
    check(before, until, today)?;
    let extension = course_extensions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        planned_end_before: Set(before),
        planned_end_after: Set(until),
        reason: Set(reason.clone()),
        extended_at: Set(now),
        extended_by: Set(Some(viewer.user_id)),
    };
    extension.insert(&tx).await?;
    let version = course.version;
    let mut row = course.into_active_model();
    row.planned_end_on = Set(until);
    row.version = Set(version + 1);
    row.update(&tx).await?;
    Change {
        subject: "course",
        subject_id: course_id,
        action: "extended",
        by: Some(viewer.user_id),
        reason: Some(reason),
        details: Some(serde_json::json!({ "planned_end_on": [before, until] })),
        ..Default::default()
    }
    .write(&tx, now)
    .await?;
    Ok(tx.commit().await?)
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
