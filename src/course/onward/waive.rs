//! Staff say that a course which has ended needs no onward plan.

use chrono::{DateTime, Utc};
use entity::onward_plans::{self, NoPlan};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use crate::{clock::local_date, course::access::begin, database::Database, record::Change, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum WaiveError {
    #[error("course-gone")]
    NotFound,
    /// It runs: the plan can still be made.
    #[error("course-still-running")]
    StillRunning,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Keeps why none is needed. Where there is a plan nothing changes.
pub async fn waive(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    because: NoPlan,
) -> Result<(), WaiveError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(WaiveError::NotFound)?;
    if act.row.ended_on.is_none() {
        return Err(WaiveError::StillRunning);
    }
    if act.row.onward_plan.is_some() {
        return Ok(());
    }
    let row = onward_plans::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        step_down: Set(None),
        onward: Set(None),
        none_because: Set(Some(because)),
        told_at: Set(now),
        told_on: Set(local_date(now)),
        told_by: Set(Some(viewer.user_id)),
        by_mentor: Set(false),
    };
    onward_plans::Entity::insert(row).exec_without_returning(&act.tx).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "onward_waived")).await
}
