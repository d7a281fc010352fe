//! A follow-up that reached nobody is closed: only after the contact protocol was followed.

use chrono::{DateTime, Utc};
use entity::{FollowUpTry, contact_attempts::AttemptResult, follow_ups};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use thiserror::Error;

use super::{
    plan::keep,
    queries::tries_of,
    record_try::{held, is_open, told},
};
use crate::{clock::local_date, config::Rules, course::Protocol, database::Database, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum GiveUpError {
    #[error("course-gone")]
    NotFound,
    /// Somebody else has done it, or the course has ended.
    #[error("follow-up-closed")]
    Closed,
    #[error("follow-up-protocol-not-followed")]
    ProtocolNotFollowed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// How far somebody has been tried in vain.
pub fn protocol(tries: &[FollowUpTry]) -> Protocol {
    let in_vain = tries.iter().filter(|one| one.result != AttemptResult::Answered);
    Protocol::of(in_vain.map(|one| (local_date(one.tried_at), one.channel)))
}

/// Closes a follow-up as not reached; the next one is planned.
pub async fn give_up(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    id: Uuid,
) -> Result<(), GiveUpError> {
    let (tx, follow_up, course) = held(db, id).await?.ok_or(GiveUpError::NotFound)?;
    if !is_open(&follow_up) || course.ended_on.is_some() {
        return Err(GiveUpError::Closed);
    }
    if !protocol(&tries_of(&tx, id).await?).is_followed() {
        return Err(GiveUpError::ProtocolNotFollowed);
    }
    let today = local_date(now);
    let given_up = follow_ups::ActiveModel { id: Set(id), not_reached_on: Set(Some(today)), ..Default::default() };
    given_up.update(&tx).await?;
    keep(&tx, rules, today, course.id).await?;
    told(viewer, &follow_up, "follow_up_given_up").write(&tx, now).await?;
    Ok(tx.commit().await?)
}
