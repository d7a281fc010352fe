//! What was asked in a course, and what waits.

use chrono::NaiveDate;
use entity::{
    AdviceRequest, Course,
    advice_requests::{Column, Entity, open},
    mentors,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use crate::course::stand_in;

/// All of it, the latest first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<AdviceRequest>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id));
    own.order_by_desc(Column::AskedAt).order_by_desc(Column::Id).all(db).await
}

/// The mentor to whom an answer is given: the one of the course, or whoever stands in and asked. Nobody once they do not stand in
/// any more.
pub(super) async fn who_asked(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    course: &Course,
    request: &AdviceRequest,
) -> Result<Option<Uuid>, DbErr> {
    let Some(user) = request.asked_by else { return Ok(Some(course.mentor_id)) };
    let asking = mentors::Entity::find().filter(mentors::Column::UserId.eq(user)).one(db).await?;
    let Some(asking) = asking.filter(|asking| asking.id != course.mentor_id) else { return Ok(Some(course.mentor_id)) };
    let periods = stand_in::periods_of(db, today, asking.id).await?;
    Ok(periods.iter().any(|period| period.course_id == course.id).then_some(asking.id))
}

/// What messages about what was asked in a course are about.
pub async fn ids_of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.is_in(courses.iter().copied()));
    own.select_only().column(Column::Id).into_tuple().all(db).await
}

/// The course in which something was asked.
pub async fn course_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    Entity::find_by_id(id).select_only().column(Column::CourseId).into_tuple().one(db).await
}

/// Whether something waits for an answer.
pub async fn waits(db: &impl ConnectionTrait, course_id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::CourseId.eq(course_id)).filter(open()).one(db).await?.is_some())
}
