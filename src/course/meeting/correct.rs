//! A meeting that was logged wrongly is corrected; the change log keeps that it was.

use chrono::{DateTime, Utc};
use entity::{Meeting, meetings};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use super::{
    is_explained,
    log::{LogError, NewMeeting, check_day, check_theirs, same_day},
    may_correct, past,
};
use crate::{
    clock::local_date,
    course::{Mentoring, access::is_stopped_for},
    database::Database,
    form::ChangedMeanwhile,
    record::{Change, Row},
};

#[derive(Debug, Error, PartialEq)]
pub enum CorrectError {
    /// There is no such meeting that they may correct.
    #[error("course-gone")]
    NotFound,
    #[error(transparent)]
    Refused(#[from] LogError),
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes a meeting anew, if it is `unchanged` since somebody looked. A mentor corrects what the mentor logged, and only while the course runs.
pub async fn correct(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    (course_id, meeting_id): (Uuid, Uuid),
    new: NewMeeting,
    unchanged: impl FnOnce(&Meeting) -> Result<(), ChangedMeanwhile>,
) -> Result<Meeting, CorrectError> {
    let (tx, by) = (db.begin().await?, by.into());
    let today = local_date(now);
    let course = by.locked(&tx, now, course_id).await?.ok_or(CorrectError::NotFound)?;
    let meeting = find(&tx, by, (course_id, meeting_id)).await?.ok_or(CorrectError::NotFound)?;
    unchanged(&meeting)?;
    if course.ended_on.is_some() && !by.is_staff() {
        return Err(LogError::Ended.into());
    }
    if is_stopped_for(&tx, by, &course).await? {
        return Err(LogError::Stopped.into());
    }
    check_day(&course, new.held_on, today)?;
    check_theirs(&tx, now, by, (&course, new.held_on)).await?;
    if same_day(&tx, course_id, &new).await?.is_some_and(|other| other.id != meeting_id) {
        return Err(LogError::AlreadyLogged.into());
    }
    let details = serde_json::json!({
        "held_on": [meeting.held_on, new.held_on],
        "attendance": [meeting.attendance, new.attendance],
    });
    past::keep(&tx, &meeting, today).await?;
    let corrected = meetings::ActiveModel { id: Set(meeting_id), known_on: Set(Some(today)), ..new.columns() };
    let corrected = corrected.update(&tx).await?;
    if !is_explained(&tx, &course).await? {
        return Err(LogError::ChangesClass.into());
    }
    Change { details: Some(details), ..by.change(course_id, "meeting_corrected") }.write(&tx, now).await?;
    tx.commit().await?;
    Ok(corrected)
}

/// The meeting of this course, if they may correct it.
pub(in crate::course) async fn find(
    db: &impl ConnectionTrait,
    by: Mentoring<'_>,
    (course_id, meeting_id): (Uuid, Uuid),
) -> Result<Option<Meeting>, DbErr> {
    let found = meetings::Entity::find_by_id(meeting_id).one(db).await?;
    Ok(found.filter(|meeting| meeting.course_id == course_id && may_correct(by, meeting)))
}
