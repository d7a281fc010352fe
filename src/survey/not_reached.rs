//! Giving somebody up as not reached: only after the contact protocol was followed.

use chrono::{DateTime, Utc};
use entity::surveys;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, QuerySelect, prelude::Uuid};
use thiserror::Error;

use super::{
    asked::asked_in,
    attempt::{attempts_of, since},
    protocol,
};
use crate::{clock::local_date, database::Database, record::Change};

#[derive(Debug, Error)]
pub enum NotReachedError {
    #[error("survey-not-found")]
    NotFound,
    #[error("survey-already-answered")]
    Answered,
    /// The young person says no to being asked.
    #[error("survey-not-wanted")]
    NotWanted,
    #[error("not-reached-too-early")]
    ProtocolNotFollowed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Marks a due survey as not reached. An answer that comes later still counts.
pub async fn mark_not_reached(
    db: &Database,
    now: DateTime<Utc>,
    survey_id: Uuid,
    by: Uuid,
) -> Result<(), NotReachedError> {
    let tx = db.begin().await?;
    let survey = surveys::Entity::find_by_id(survey_id).lock_exclusive().one(&tx).await?;
    let survey = survey.ok_or(NotReachedError::NotFound)?;
    if survey.answered_on.is_some() {
        return Err(NotReachedError::Answered);
    }
    let asked = asked_in(&tx, survey.id).await?.ok_or(NotReachedError::NotFound)?;
    if asked.reach.agreement.is_no() {
        return Err(NotReachedError::NotWanted);
    }
    let attempts = attempts_of(&tx, survey.course_id, survey.kind).await?;
    if !protocol(&since(survey.due_on, &attempts), asked.live_ways()).is_followed() {
        return Err(NotReachedError::ProtocolNotFollowed);
    }
    let given_up =
        surveys::ActiveModel { id: Set(survey.id), not_reached_on: Set(Some(local_date(now))), ..Default::default() };
    given_up.update(&tx).await?;
    Change {
        subject: "survey",
        subject_id: survey.id,
        action: "not_reached",
        by: Some(by),
        on_behalf_of: None,
        reason: None,
        details: None,
    }
    .write(&tx, now)
    .await?;
    tx.commit().await?;
    Ok(())
}
