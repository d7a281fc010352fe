//! What somebody says who was invited: behind the link, or to staff on the phone. A no is a no for good.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Interviewee, Referral, courses,
    interviewees::{ActiveModel, Entity, InterviewAnswer},
    links::LinkPurpose,
    referrals,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use super::{consent::take_back, find};
use crate::{account::link, clock::local_date, database::Database, record::Change, referral, viewer::Viewer};

/// Yes or no, and when and how somebody would like to be contacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub says: InterviewAnswer,
    pub wishes: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    #[error("nobody was drawn under this id")]
    NotFound,
    /// The link was used, or the answer is not needed any more.
    #[error("course-met-closed")]
    Closed,
    /// They do not agree to be interviewed, or have not said yes to this one.
    #[error("interview-not-agreed")]
    NotAgreed,
    #[error("interview-before-answer")]
    TooEarly,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Takes the answer behind the link.
///
/// # Errors
/// [`AnswerError::Closed`] for a link that was used, and once there is nothing left to ask.
pub async fn answer(db: &Database, now: DateTime<Utc>, token: &str, told: Told) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    // Whoever was drawn is held before the link, as where staff write the answer down: of the two, one waits.
    let id = link::subject(&tx, LinkPurpose::Interview, token).await?.ok_or(AnswerError::Closed)?;
    held(&tx, id).await?.ok_or(AnswerError::Closed)?;
    link::spend(&tx, now, LinkPurpose::Interview, token).await?.ok_or(AnswerError::Closed)?;
    let row = still_asked(&tx, id).await?.ok_or(AnswerError::Closed)?;
    keep(&tx, now, &row, told, None).await?;
    Ok(tx.commit().await?)
}

/// Writes down what somebody says on the phone, or says now in place of what they said before.
pub async fn write_down(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    told: Told,
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let row = held(&tx, id).await?.ok_or(AnswerError::NotFound)?;
    if told.says == InterviewAnswer::Yes && !agrees(&tx, &row).await? {
        return Err(AnswerError::NotAgreed);
    }
    keep(&tx, now, &row, told, Some(viewer.user_id)).await?;
    link::end(&tx, LinkPurpose::Interview, id).await?;
    Ok(tx.commit().await?)
}

/// Writes down on which day somebody was interviewed who has said yes and still agrees.
pub async fn interviewed(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    on: NaiveDate,
) -> Result<(), AnswerError> {
    let tx = db.begin().await?;
    let row = held(&tx, id).await?.ok_or(AnswerError::NotFound)?;
    if row.says != Some(InterviewAnswer::Yes) || !agrees(&tx, &row).await? {
        return Err(AnswerError::NotAgreed);
    }
    if row.answered_on.is_some_and(|answered| on < answered) {
        return Err(AnswerError::TooEarly);
    }
    let met = ActiveModel { id: Set(id), interviewed_on: Set(Some(on)), ..Default::default() };
    met.update(&tx).await?;
    Change::of(viewer, "interviewee", id, "interviewed").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Somebody who was drawn, whom nobody else changes until the transaction ends.
async fn held(tx: &impl ConnectionTrait, id: Uuid) -> Result<Option<Interviewee>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

async fn keep(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    row: &Interviewee,
    told: Told,
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    let today = local_date(now);
    let says = told.says;
    let answered = ActiveModel {
        id: Set(row.id),
        answered_on: Set(Some(today)),
        says: Set(Some(says)),
        wishes: Set(told.wishes.filter(|_| says == InterviewAnswer::Yes)),
        answer_by: Set(by),
        ..Default::default()
    };
    answered.update(tx).await?;
    if says == InterviewAnswer::No {
        match row.mentor_id.or(row.user_id) {
            Some(party) => take_back(tx, party, today).await?,
            None => {
                let said = (by, Some("mentee"));
                referral::no_to_interviews(tx, now, &referral_of(tx, row).await?, said).await?;
            }
        }
    }
    let action = if says == InterviewAnswer::Yes { "said_yes" } else { "said_no" };
    Change { subject: "interviewee", subject_id: row.id, action, by, ..Change::default() }.write(tx, now).await
}

/// Somebody who was invited, has not answered, and still agrees to be interviewed.
pub(super) async fn still_asked(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Interviewee>, DbErr> {
    let found = find::one(db, id).await?.filter(|one| one.agrees).map(|one| one.row);
    Ok(found.filter(|row| row.invited_on.is_some() && row.says.is_none()))
}

/// Whether somebody who was drawn agrees to be interviewed now.
async fn agrees(db: &impl ConnectionTrait, row: &Interviewee) -> Result<bool, DbErr> {
    Ok(find::one(db, row.id).await?.is_some_and(|one| one.agrees))
}

/// The referral of the course by which somebody was drawn.
pub(super) async fn referral_of(db: &impl ConnectionTrait, row: &Interviewee) -> Result<Referral, DbErr> {
    let course = courses::Entity::find_by_id(row.course_id).one(db).await?;
    let referral = match course {
        Some(course) => referrals::Entity::find_by_id(course.referral_id).one(db).await?,
        None => None,
    };
    referral.ok_or_else(|| DbErr::RecordNotFound(format!("the referral of course {}", row.course_id)))
}
