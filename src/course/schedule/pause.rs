//! A course stands still for a while, and says why: a pause explains silence.

use chrono::{DateTime, NaiveDate, Utc};
use entity::course_pauses;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, prelude::Uuid,
};
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

/// A pause as it was agreed.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPause {
    pub from_on: NaiveDate,
    /// Its last day, if that is known.
    pub until_on: Option<NaiveDate>,
    pub reason: String,
}

#[derive(Debug, Error, PartialEq)]
pub enum PauseError {
    #[error("course-pause-before-match")]
    BeforeMatch,
    #[error("course-pause-in-future")]
    InFuture,
    #[error("course-pause-ends-before-it-begins")]
    EndsBeforeItBegins,
    /// Another pause covers some of these days.
    #[error("course-pause-overlaps")]
    Overlaps,
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Pauses a running course from a day that has come.
pub async fn pause(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    new: NewPause,
) -> Result<(), PauseError> {
    let act = begin_running(db, now, viewer, course_id).await?;
    check(&new, act.row.matched_on, local_date(now))?;
    if overlaps(&act.tx, course_id, &new).await? {
        return Err(PauseError::Overlaps);
    }
    let row = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        from_on: Set(new.from_on),
        until_on: Set(new.until_on),
        reason: Set(new.reason.clone()),
    };
    row.insert(&act.tx).await?;
    message::queue(&act.tx, now, letters::PAUSED, course_id, &now.timestamp_micros().to_string()).await?;
    let change = Change {
        reason: Some(new.reason),
        details: Some(serde_json::json!({ "from_on": new.from_on, "until_on": new.until_on })),
        ..Change::of(viewer, "course", course_id, "paused")
    };
    act.finish(now, change).await
}

fn check(new: &NewPause, matched_on: NaiveDate, today: NaiveDate) -> Result<(), PauseError> {
    if new.from_on < matched_on {
        return Err(PauseError::BeforeMatch);
    }
    if new.from_on > today {
        return Err(PauseError::InFuture);
    }
    if new.until_on.is_some_and(|until| until < new.from_on) {
        return Err(PauseError::EndsBeforeItBegins);
    }
    Ok(())
}

async fn overlaps(tx: &impl ConnectionTrait, course_id: Uuid, new: &NewPause) -> Result<bool, DbErr> {
    let goes_past = Condition::any()
        .add(course_pauses::Column::UntilOn.is_null())
        .add(course_pauses::Column::UntilOn.gte(new.from_on));
    let mut others =
        course_pauses::Entity::find().filter(course_pauses::Column::CourseId.eq(course_id)).filter(goes_past);
    if let Some(until) = new.until_on {
        others = others.filter(course_pauses::Column::FromOn.lte(until));
    }
    Ok(others.count(tx).await? > 0)
}
