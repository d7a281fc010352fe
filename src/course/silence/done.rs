//! Staff have seen to a step.

use chrono::{DateTime, Utc};
use entity::silence_steps::{self, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::queries::{AsOf, waiting};
use crate::{
    course::access::{NotRunning, begin_running},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Notes that staff have seen to a step. A second time changes nothing.
pub async fn done(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
) -> Result<(), NotRunning> {
    let act = begin_running(db, now, viewer, course_id).await?;
    let seen_to = silence_steps::ActiveModel {
        done_at: Set(Some(now)),
        done_by: Set(Some(viewer.user_id)),
        ..Default::default()
    };
    let own = Entity::update_many().set(seen_to).filter(Column::Id.eq(id)).filter(Column::CourseId.eq(course_id));
    if own.filter(Column::DoneAt.is_null()).exec(&act.tx).await?.rows_affected == 0 {
        return Ok(());
    }
    act.finish(now, Change::of(viewer, "course", course_id, "silence_done")).await
}

/// The same of all steps of a course that wait for staff.
pub async fn all_done(db: &Database, as_of: AsOf<'_>, viewer: &Viewer, course_id: Uuid) -> Result<(), NotRunning> {
    for id in waiting(db, as_of, course_id).await? {
        done(db, as_of.now, viewer, (course_id, id)).await?;
    }
    Ok(())
}
