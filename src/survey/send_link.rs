//! Sends the young person a link to answer without signing in.

use chrono::{DateTime, Utc};
use entity::links::LinkPurpose;
use sea_orm::{DbErr, prelude::Uuid};
use thiserror::Error;

use super::{asked::asked_in, letters};
use crate::{
    account::link,
    clock::local_date,
    database::Database,
    message::{self, sms::Sms},
};

#[derive(Debug, Error)]
pub enum LinkError {
    #[error("survey-not-found")]
    NotFound,
    #[error("survey-already-answered")]
    Answered,
    /// The young person has not said that we may ask.
    #[error("survey-not-agreed")]
    NotAgreed,
    /// There is nobody to write to.
    #[error("survey-no-address")]
    NoAddress,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Queues the mail or the text message with the link; once a day at most.
pub async fn send_link(db: &Database, now: DateTime<Utc>, sms: &Sms, survey_id: Uuid) -> Result<(), LinkError> {
    let tx = db.begin().await?;
    let asked = asked_in(&tx, survey_id).await?.ok_or(LinkError::NotFound)?;
    if asked.survey.answered_on.is_some() {
        return Err(LinkError::Answered);
    }
    if !asked.reach.agreement.is_given() {
        return Err(LinkError::NotAgreed);
    }
    if asked.reach.in_writing(sms).is_none() {
        return Err(LinkError::NoAddress);
    }
    message::queue(&tx, now, letters::LINK, survey_id, &local_date(now).to_string()).await?;
    Ok(tx.commit().await?)
}

/// Makes a link to be sent by hand, such as in a text message. It is shown once; earlier links stop working.
pub async fn make_link(db: &Database, now: DateTime<Utc>, survey_id: Uuid) -> Result<String, LinkError> {
    let tx = db.begin().await?;
    let asked = asked_in(&tx, survey_id).await?.ok_or(LinkError::NotFound)?;
    if !asked.reach.agreement.is_given() {
        return Err(LinkError::NotAgreed);
    }
    let token = link::issue(&tx, now, LinkPurpose::Survey, survey_id).await?;
    tx.commit().await?;
    Ok(token)
}
