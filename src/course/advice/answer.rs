//! Staff answer, and the mentor is told that they have.

use chrono::{DateTime, Utc};
use entity::advice_requests::{self, Column, Entity};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};
use thiserror::Error;

use super::letters;
use crate::{course::access::begin, database::Database, message, record::Change, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum AdviceError {
    #[error("course-gone")]
    NotFound,
    /// Somebody else has answered meanwhile.
    #[error("course-changed-meanwhile")]
    Answered,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Answers what was asked in a course, also once that has ended.
pub async fn answer(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
    text: String,
) -> Result<(), AdviceError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(AdviceError::NotFound)?;
    let own = Entity::find_by_id(id).filter(Column::CourseId.eq(course_id));
    let known = own.one(&act.tx).await?.ok_or(AdviceError::NotFound)?;
    if known.answered_at.is_some() {
        return Err(AdviceError::Answered);
    }
    let answered = advice_requests::ActiveModel {
        id: Set(id),
        answered_at: Set(Some(now)),
        answered_by: Set(Some(viewer.user_id)),
        answer: Set(Some(text)),
        ..Default::default()
    };
    answered.update(&act.tx).await?;
    message::queue(&act.tx, now, letters::ADVICE_ANSWERED, id, "").await?;
    act.finish(now, Change::of(viewer, "course", course_id, "advice_answered")).await
}
