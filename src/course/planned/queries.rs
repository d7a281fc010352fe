//! Agreed meetings read: of a course, or of the courses of a page.

use chrono::{DateTime, Utc};
use entity::{
    PlannedMeeting,
    planned_meetings::{self, Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::PlanError;

/// All that was ever agreed in a course, the earliest first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<PlannedMeeting>, DbErr> {
    Entity::find().filter(Column::CourseId.eq(course_id)).order_by_asc(Column::StartsAt).all(db).await
}

/// What is agreed in these courses and neither called off nor told of, the earliest first.
pub async fn open_of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<PlannedMeeting>, DbErr> {
    let open = Entity::find().filter(planned_meetings::open()).order_by_asc(Column::StartsAt);
    open.filter(Column::CourseId.is_in(courses.iter().copied())).all(db).await
}

/// What messages about the agreed meetings of a course are about.
pub async fn ids_of(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let all = Entity::find().filter(Column::CourseId.eq(course_id));
    all.select_only().column(Column::Id).into_tuple().all(db).await
}

/// The course of an agreed meeting.
pub async fn course_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let found = Entity::find_by_id(id).select_only().column(Column::CourseId);
    found.into_tuple().one(db).await
}

/// The meeting of this course that is still to come.
///
/// # Errors
/// [`PlanError::Gone`] when there is none, or it was called off or told of; [`PlanError::Past`] once it has begun.
pub(super) async fn coming(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course_id, id): (Uuid, Uuid),
) -> Result<PlannedMeeting, PlanError> {
    let open = Entity::find_by_id(id).filter(Column::CourseId.eq(course_id)).filter(planned_meetings::open());
    let found = open.one(db).await?.ok_or(PlanError::Gone)?;
    if found.starts_at <= now { Err(PlanError::Past) } else { Ok(found) }
}
