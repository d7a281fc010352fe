//! One try to reach somebody for a survey.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use entity::{
    ContactAttempt, Survey, YoungPerson,
    contact_attempts::{self, AttemptChannel, AttemptResult},
    surveys,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid,
};
use thiserror::Error;

use super::{answer::NewAnswer, asked::asked_in};
use crate::{
    clock::{local_date, local_moment},
    database::Database,
    message::{self, Addressee},
    referral,
};

#[derive(Debug, Error)]
pub enum AttemptError {
    #[error("survey-not-found")]
    NotFound,
    #[error("survey-attempt-in-future")]
    InFuture,
    /// Nobody is asked before the survey is due.
    #[error("survey-attempt-before-due")]
    BeforeDue,
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
    /// The hour of the day in Denmark, where it is told.
    pub attempted_at: Option<NaiveTime>,
    pub note: Option<String>,
    /// When they asked to be rung.
    pub call_back: Option<(NaiveDate, Option<NaiveTime>)>,
}

/// Writes the try down. The same try entered twice, as by a double click, stands once. Whoever says no to the survey is not
/// asked again, by any way.
pub async fn record_attempt(db: &Database, now: DateTime<Utc>, new: NewAttempt) -> Result<(), AttemptError> {
    let moment = local_moment(now);
    let is_later_today = new.attempted_on == moment.date() && new.attempted_at.is_some_and(|at| at > moment.time());
    if new.attempted_on > moment.date() || is_later_today {
        return Err(AttemptError::InFuture);
    }
    let tx = db.begin().await?;
    let asked = asked_in(&tx, new.survey_id).await?.ok_or(AttemptError::NotFound)?;
    let survey = &asked.survey;
    if asked.reach.agreement.is_no() {
        return Err(AttemptError::NotWanted);
    }
    if new.attempted_on < survey.due_on {
        return Err(AttemptError::BeforeDue);
    }
    let attempts = attempts_of(&tx, survey.course_id, survey.kind).await?;
    let told = |on, at, channel, result| (on, at, channel, result);
    let new_told = told(new.attempted_on, new.attempted_at, new.channel, new.result);
    let is_there =
        |known: &ContactAttempt| told(known.attempted_on, known.attempted_at, known.channel, known.result) == new_told;
    if !attempts.iter().any(is_there) {
        insert(&tx, survey, &new).await?;
        let (referral, by) = (&asked.referral, new.attempted_by);
        match new.result {
            AttemptResult::Refused => referral::refused_when_asked(&tx, now, referral, by).await?,
            AttemptResult::Dead => referral::died(&tx, now, referral, by).await?,
            AttemptResult::NumberNotInUse => {
                if let Some(phone) = number_of(&asked.person, new.channel) {
                    let whom = Addressee::young_person(asked.person.id);
                    message::found_dead(&tx, (local_date(now), by), whom, phone).await?;
                }
            }
            _ => {}
        }
    }
    Ok(tx.commit().await?)
}

/// The call that brought an answer is a try too, unless it stands there already. One of a day before the survey was due is none:
/// nobody was asked then.
pub(super) async fn answered_when_asked(
    tx: &impl ConnectionTrait,
    survey: &Survey,
    answer: &NewAnswer,
) -> Result<(), DbErr> {
    let attempts = attempts_of(tx, survey.course_id, survey.kind).await?;
    let is_told = since(survey.due_on, &attempts).iter().any(|attempt| attempt.result == AttemptResult::Answered);
    if is_told || answer.answered_on < survey.due_on {
        return Ok(());
    }
    let call = NewAttempt {
        survey_id: survey.id,
        attempted_on: answer.answered_on,
        channel: AttemptChannel::Phone,
        result: AttemptResult::Answered,
        attempted_by: answer.entered_by,
        attempted_at: None,
        note: None,
        call_back: None,
    };
    insert(tx, survey, &call).await
}

/// Takes a try back that was written down wrongly: it stays, struck out, and counts no more. False when there is no such
/// try of this survey; a message that was sent is one whatever is said of it.
pub async fn strike_attempt(
    db: &Database,
    now: DateTime<Utc>,
    (survey_id, attempt_id): (Uuid, Uuid),
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(survey) = surveys::Entity::find_by_id(survey_id).one(&tx).await? else { return Ok(false) };
    let struck = contact_attempts::ActiveModel { struck_on: Set(Some(local_date(now))), ..Default::default() };
    let attempt = contact_attempts::Entity::find_by_id(attempt_id).one(&tx).await?;
    let own = contact_attempts::Entity::update_many()
        .set(struck)
        .filter(contact_attempts::Column::Id.eq(attempt_id))
        .filter(contact_attempts::Column::CourseId.eq(survey.course_id))
        .filter(contact_attempts::Column::Kind.eq(survey.kind))
        .filter(contact_attempts::Column::MessageId.is_null())
        .filter(contact_attempts::counted());
    let is_struck = own.exec(&tx).await?.rows_affected == 1;
    // What only this try had found is not so.
    let found_dead = attempt.filter(|attempt| is_struck && attempt.result == AttemptResult::NumberNotInUse);
    if let (Some(attempt), Some(asked)) = (found_dead, asked_in(&tx, survey_id).await?)
        && let Some(phone) = number_of(&asked.person, attempt.channel)
    {
        message::not_dead_after_all(&tx, Addressee::young_person(asked.person.id), phone).await?;
    }
    tx.commit().await?;
    Ok(is_struck)
}

/// The number of the young person, where a try went by it.
fn number_of(person: &YoungPerson, channel: AttemptChannel) -> Option<&str> {
    person.phone.as_deref().filter(|_| matches!(channel, AttemptChannel::Phone | AttemptChannel::Sms))
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
        .filter(contact_attempts::counted())
        .order_by_asc(contact_attempts::Column::AttemptedOn)
        .order_by_asc(contact_attempts::Column::AttemptedAt)
        .order_by_asc(contact_attempts::Column::Id)
        .all(db)
        .await
}

/// Those since the survey was due: a course that was opened again and ended later has tries from before.
pub fn since(due_on: NaiveDate, tries: &[ContactAttempt]) -> Vec<ContactAttempt> {
    tries.iter().filter(|attempt| attempt.attempted_on >= due_on).cloned().collect()
}

async fn insert(tx: &impl ConnectionTrait, survey: &Survey, new: &NewAttempt) -> Result<(), DbErr> {
    let attempt = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(survey.course_id),
        kind: Set(survey.kind),
        attempted_on: Set(new.attempted_on),
        channel: Set(new.channel),
        result: Set(new.result),
        attempted_by: Set(Some(new.attempted_by)),
        attempted_at: Set(new.attempted_at),
        note: Set(new.note.clone()),
        call_back_on: Set(new.call_back.map(|(day, _)| day)),
        call_back_at: Set(new.call_back.and_then(|(_, hour)| hour)),
        ..Default::default()
    };
    contact_attempts::Entity::insert(attempt).exec_without_returning(tx).await?;
    Ok(())
}
