//! What was asked in a course, and what waits.

use entity::{
    AdviceRequest,
    advice_requests::{Column, Entity, open},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

/// All of it, the latest first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<AdviceRequest>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id));
    own.order_by_desc(Column::AskedAt).order_by_desc(Column::Id).all(db).await
}

/// Whether something waits for an answer.
pub async fn waits(db: &impl ConnectionTrait, course_id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::CourseId.eq(course_id)).filter(open()).one(db).await?.is_some())
}
