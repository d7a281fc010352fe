//! One try to reach somebody for a survey.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    ContactAttempt,
    contact_attempts::{self, AttemptChannel, AttemptResult},
    surveys,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid,
};
use thiserror::Error;

use super::asked::agreement_in;
use crate::{clock::local_date, database::Database};

#[derive(Debug, Error)]
pub enum AttemptError {
    #[error("survey-not-found")]
    NotFound,
    #[error("survey-attempt-in-future")]
    InFuture,
    /// The young person says no to being asked.
    #[error("survey-not-wanted")]
    NotWanted,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What staff write down after a try.
pub struct NewAttempt {
    pub survey_id: Uuid,
    pub attempted_on: NaiveDate,
    pub channel: AttemptChannel,
    pub result: AttemptResult,
    pub attempted_by: Uuid,
}

/// Writes the try down. The same try entered twice, as by a double click, stands once.
pub async fn record_attempt(db: &Database, now: DateTime<Utc>, new: NewAttempt) -> Result<(), AttemptError> {
    if new.attempted_on > local_date(now) {
        return Err(AttemptError::InFuture);
    }
    let tx = db.begin().await?;
    let survey = surveys::Entity::find_by_id(new.survey_id).one(&tx).await?.ok_or(AttemptError::NotFound)?;
    if agreement_in(&tx, &survey).await?.is_no() {
        return Err(AttemptError::NotWanted);
    }
    let attempts = attempts_of(&tx, survey.course_id, survey.kind).await?;
    let is_there = |attempt: &ContactAttempt| {
        (attempt.attempted_on, attempt.channel, attempt.result) == (new.attempted_on, new.channel, new.result)
    };
    if !attempts.iter().any(is_there) {
        insert(&tx, &survey, &new).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The tries for one survey of a course, the first one first.
pub async fn attempts_of(
    db: &impl ConnectionTrait,
    course_id: Uuid,
    kind: surveys::SurveyKind,
) -> Result<Vec<ContactAttempt>, DbErr> {
    contact_attempts::Entity::find()
        .filter(contact_attempts::Column::CourseId.eq(course_id))
        .filter(contact_attempts::Column::Kind.eq(kind))
        .order_by_asc(contact_attempts::Column::AttemptedOn)
        .order_by_asc(contact_attempts::Column::Id)
        .all(db)
        .await
}

async fn insert(tx: &impl ConnectionTrait, survey: &entity::Survey, new: &NewAttempt) -> Result<(), DbErr> {
    let attempt = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(survey.course_id),
        kind: Set(survey.kind),
        attempted_on: Set(new.attempted_on),
        channel: Set(new.channel),
        result: Set(new.result),
        attempted_by: Set(Some(new.attempted_by)),
    };
    contact_attempts::Entity::insert(attempt).exec_without_returning(tx).await?;
    Ok(())
}
