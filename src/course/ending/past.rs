//! An ending as it stood before it is taken back or told otherwise.

use chrono::NaiveDate;
use entity::{Course, past_endings};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

/// Keeps what was known of the ending of a course until a day.
pub(super) async fn keep(tx: &impl ConnectionTrait, course: &Course, until_on: NaiveDate) -> Result<(), DbErr> {
    let Some(past) = past_ending(course, until_on) else { return Ok(()) };
    past_endings::Entity::insert(past).exec_without_returning(tx).await.map(drop)
}

/// The row that keeps it; nothing of a course that runs.
pub fn past_ending(course: &Course, until_on: NaiveDate) -> Option<past_endings::ActiveModel> {
    let ended_on = course.ended_on?;
    Some(past_endings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        planned_end_on: Set(course.planned_end_on),
        ended_on: Set(ended_on),
        ended_by: Set(course.ended_by),
        interruption_reason: Set(course.interruption_reason),
        class_override: Set(course.class_override),
        known_on: Set(course.ending_known_on.unwrap_or(ended_on)),
        until_on: Set(until_on),
    })
}
