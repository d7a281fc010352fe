//! Contact between the two of a course is stopped, and may go on again. While it is stopped nothing of the platform goes between
//! them, and neither is asked to plan or to log anything: whatever decides on contact asks [`is_contact_stopped`].

use chrono::{DateTime, Utc};
use entity::{
    Concern,
    contact_stops::{self, Column, Entity},
    courses,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, prelude::Uuid,
};
use thiserror::Error;

use super::access::begin;
use crate::{course::planned, database::Database, record::Change, viewer::Viewer};

#[derive(Debug, Error)]
pub enum StopError {
    /// There is no such concern that this viewer may read.
    #[error("course-gone")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whether contact between the two of a course is stopped.
pub async fn is_contact_stopped(db: &impl ConnectionTrait, course_id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::CourseId.eq(course_id)).filter(contact_stops::open()).count(db).await? > 0)
}

/// Stops contact because of a concern. A second time changes nothing.
pub async fn stop(db: &Database, now: DateTime<Utc>, viewer: &Viewer, concern_id: Uuid) -> Result<(), StopError> {
    let act = begin(db, now, viewer, concern_id).await?.ok_or(StopError::NotFound)?;
    courses::Entity::find_by_id(act.row.course_id).lock_exclusive().one(&act.tx).await?;
    stop_in(&act.tx, now, viewer, &act.row).await?;
    act.tx.commit().await?;
    Ok(())
}

/// The same in a transaction that holds the lock of the course. What the two have agreed is called off, and nobody is written
/// to about it: staff phone.
pub(super) async fn stop_in(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    concern: &Concern,
) -> Result<(), DbErr> {
    if is_contact_stopped(tx, concern.course_id).await? {
        return Ok(());
    }
    let row = contact_stops::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(concern.course_id),
        concern_id: Set(concern.id),
        stopped_at: Set(now),
        stopped_by: Set(viewer.user_id),
        ..Default::default()
    };
    row.insert(tx).await?;
    planned::cancel_quietly(tx, now, viewer, concern.course_id).await?;
    Change::of(viewer, "concern", concern.id, "contact_stopped").write(tx, now).await?;
    Change::of(viewer, "course", concern.course_id, "contact_stopped").write(tx, now).await
}

/// Lets the two have contact again, with the reason. Where it was not stopped nothing changes.
pub async fn lift(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    concern_id: Uuid,
    reason: String,
) -> Result<(), StopError> {
    let act = begin(db, now, viewer, concern_id).await?.ok_or(StopError::NotFound)?;
    let course_id = act.row.course_id;
    courses::Entity::find_by_id(course_id).lock_exclusive().one(&act.tx).await?;
    let lifted = contact_stops::ActiveModel {
        lifted_at: Set(Some(now)),
        lifted_by: Set(Some(viewer.user_id)),
        lift_reason: Set(Some(reason.clone())),
        ..Default::default()
    };
    let in_force = Entity::update_many().set(lifted).filter(Column::CourseId.eq(course_id));
    if in_force.filter(contact_stops::open()).exec(&act.tx).await?.rows_affected == 0 {
        return Ok(());
    }
    Change::of(viewer, "course", course_id, "contact_resumed").write(&act.tx, now).await?;
    let change = Change { reason: Some(reason), ..Change::of(viewer, "concern", concern_id, "contact_resumed") };
    act.finish(now, change).await
}
