//! After a follow-up the partner is told how it goes: one sentence, which is proposed and chosen, or left out.

use chrono::{DateTime, Utc};
use entity::{
    FollowUp, FollowUpTry,
    contact_attempts::AttemptResult,
    follow_up_tries::Review,
    follow_ups::{self, Side},
    status_updates::Sentence,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::{
    record_try::{held, is_open, told},
    situation::Situation,
};
use crate::{
    clock::local_date,
    database::Database,
    error::AppError,
    referral::{
        self,
        status_update::{self, SayError, say},
    },
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum TellError {
    #[error("course-gone")]
    NotFound,
    /// Nobody has talked yet, nor given up.
    #[error("follow-up-not-done")]
    NotDone,
    #[error(transparent)]
    Said(#[from] SayError),
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<TellError> for AppError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::NotFound => Self::NotFound,
            TellError::NotDone | TellError::Said(_) => Self::ChangedMeanwhile,
            TellError::Db(error) => error.into(),
        }
    }
}

/// Tells whoever referred, once after each follow-up that is done.
pub async fn tell_partner(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    sentence: Sentence,
) -> Result<(), TellError> {
    let (tx, follow_up, course) = held(db, id).await?.ok_or(TellError::NotFound)?;
    if is_open(&follow_up) {
        return Err(TellError::NotDone);
    }
    say(&tx, now, viewer, (course.referral_id, id), sentence).await?;
    is_told(&tx, now, id).await?;
    Ok(tx.commit().await?)
}

/// Whoever referred hears nothing of this one. A second time changes nothing.
pub async fn need_not_be_told(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), TellError> {
    let (tx, follow_up, _) = held(db, id).await?.ok_or(TellError::NotFound)?;
    if is_open(&follow_up) {
        return Err(TellError::NotDone);
    }
    if follow_up.partner_told_on.is_none() {
        is_told(&tx, now, id).await?;
        told(viewer, &follow_up, "follow_up_untold").write(&tx, now).await?;
    }
    Ok(tx.commit().await?)
}

/// A sentence was a mistake: whoever referred is to be told of that follow-up again, or need not be.
pub async fn take_back(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    ids: (Uuid, Uuid),
) -> Result<(), referral::ActError> {
    let Some(taken) = status_update::take_back(db, now, viewer, ids).await? else { return Ok(()) };
    if let Some(id) = taken.follow_up_id {
        let untold = follow_ups::ActiveModel { partner_told_on: Set(None), ..Default::default() };
        let own = follow_ups::Entity::update_many().set(untold).filter(follow_ups::Column::Id.eq(id));
        own.exec(taken.tx()).await?;
    }
    taken.finish(now, viewer).await
}

async fn is_told(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let on = Set(Some(local_date(now)));
    follow_ups::ActiveModel { id: Set(id), partner_told_on: on, ..Default::default() }.update(tx).await.map(drop)
}

/// What is most likely to be said after this follow-up, as things stand.
pub fn proposed(follow_up: &FollowUp, tries: &[FollowUpTry], situation: Situation) -> Sentence {
    let talk = tries.iter().rev().find(|one| one.result == AttemptResult::Answered);
    let review = talk.and_then(|talk| talk.review);
    match (follow_up.side, review, situation) {
        _ if talk.is_some_and(|talk| talk.has_begun) => Sentence::JobBegun,
        (_, Some(Review::GoOn), _) => Sentence::TheyGoOn,
        (_, Some(Review::Change), _) => Sentence::TheyChange,
        (_, Some(Review::Stop), _) => Sentence::TheyStop,
        (Side::Mentee | Side::Both, None, _) if talk.is_none() => Sentence::MenteeNotReached,
        (Side::Mentor, None, _) if talk.is_none() => Sentence::MentorNotReached,
        (_, None, Situation::FirstMeetingOverdue | Situation::NotMet) => Sentence::NotMetYet,
        (_, None, Situation::NoShow | Situation::Silent) => Sentence::NotMetLately,
        (_, None, Situation::NearEnd) => Sentence::EndsSoon,
        (_, None, Situation::PastEnd | Situation::Begun | Situation::Ordinary) => Sentence::MeetAsAgreed,
    }
}
