//! After a follow-up the partner is told how it goes: one sentence, which is proposed and chosen, or left out.

use chrono::{DateTime, Utc};
use entity::{
    FollowUp, FollowUpTry, contact_attempts::AttemptResult, follow_up_tries::Review, follow_ups::Side,
    status_updates::Sentence,
};
use sea_orm::{DbErr, prelude::Uuid};
use thiserror::Error;

use super::{
    record_try::{held, is_open},
    situation::Situation,
};
use crate::{
    database::Database,
    referral::status_update::{SayError, say},
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
    Ok(tx.commit().await?)
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
        (_, None, Situation::Begun | Situation::Ordinary) => Sentence::MeetAsAgreed,
    }
}
