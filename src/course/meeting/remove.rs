//! A meeting that never was is removed; the change log keeps its day and kind.

use chrono::{DateTime, Utc};
use entity::meetings;
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use super::{correct::find, is_explained, past};
use crate::{
    clock::local_date,
    course::{
        Mentoring,
        access::{begin, is_stopped_for},
        did_you_meet, planned,
    },
    database::Database,
    record::Change,
};

#[derive(Debug, Error, PartialEq)]
pub enum RemoveError {
    /// There is no such meeting that they may remove.
    #[error("course-gone")]
    NotFound,
    #[error("course-ended")]
    Ended,
    /// The young person says no to a mentor by now.
    #[error("course-stopped")]
    Stopped,
    /// The course would no longer count as completed, and nobody has said why it was not.
    #[error("course-meeting-changes-class")]
    ChangesClass,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Removes a meeting. A mentor removes what the mentor logged, and only while the course runs.
pub async fn remove(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    (course_id, meeting_id): (Uuid, Uuid),
) -> Result<(), RemoveError> {
    let by = by.into();
    let act = begin(db, now, by, course_id).await?.ok_or(RemoveError::NotFound)?;
    let (tx, course) = (&act.tx, &act.row);
    let meeting = find(tx, by, (course_id, meeting_id)).await?.ok_or(RemoveError::NotFound)?;
    if course.ended_on.is_some() && !by.is_staff() {
        return Err(RemoveError::Ended);
    }
    if is_stopped_for(tx, by, course).await? {
        return Err(RemoveError::Stopped);
    }
    planned::answered_no_more(tx, meeting_id).await?;
    past::keep(tx, &meeting, local_date(now)).await?;
    did_you_meet::answered_no_more(tx, meeting_id).await?;
    meetings::Entity::delete_by_id(meeting_id).exec(tx).await?;
    if !is_explained(tx, course).await? {
        return Err(RemoveError::ChangesClass);
    }
    let change = Change {
        details: Some(serde_json::json!({ "held_on": meeting.held_on, "attendance": meeting.attendance })),
        ..by.change(course_id, "meeting_removed")
    };
    act.finish(now, change).await
}
