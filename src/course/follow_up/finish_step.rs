//! What was to be done next is done.

use chrono::{DateTime, Utc};
use entity::{follow_up_tries, follow_ups};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};
use thiserror::Error;

use super::{
    queries::tries_of,
    record_try::{held, told},
};
use crate::{clock::local_date, database::Database, error::AppError, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum StepError {
    /// There is no such step, or what it was said in was corrected.
    #[error("course-gone")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<StepError> for AppError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::NotFound => Self::NotFound,
            StepError::Db(error) => error.into(),
        }
    }
}

/// Writes down that the step is done. A second time changes nothing. Gives the course.
pub async fn finish_step(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (id, try_id): (Uuid, Uuid),
) -> Result<Uuid, StepError> {
    let (tx, follow_up, _) = held(db, id).await?.ok_or(StepError::NotFound)?;
    let known = tries_of(&tx, id).await?.into_iter().find(|one| one.id == try_id && one.step_on.is_some());
    let known = known.ok_or(StepError::NotFound)?;
    if known.step_done_on.is_none() {
        let done = follow_up_tries::ActiveModel {
            id: Set(try_id),
            step_done_on: Set(Some(local_date(now))),
            step_done_by: Set(Some(viewer.user_id)),
            ..Default::default()
        };
        done.update(&tx).await?;
        told(viewer, &follow_up, "follow_up_step_done").write(&tx, now).await?;
    }
    tx.commit().await?;
    Ok(follow_up.course_id)
}

/// The same of all steps of a course whose day has come.
pub async fn finish_steps_due(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<(), StepError> {
    let due = follow_up_tries::Entity::find()
        .join(JoinType::InnerJoin, follow_up_tries::to_follow_up())
        .filter(follow_ups::Column::CourseId.eq(course_id))
        .filter(follow_up_tries::steps_due(local_date(now)));
    for step in due.all(db).await? {
        finish_step(db, now, viewer, (step.follow_up_id, step.id)).await?;
    }
    Ok(())
}
