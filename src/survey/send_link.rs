//! Sends the young person a link to answer without signing in.

use chrono::{DateTime, Utc};
use entity::links::LinkPurpose;
use sea_orm::{DbErr, prelude::Uuid};

use crate::{account::link, clock::local_date, database::Database, message};

/// The kind of the letter.
pub const LETTER: &str = "survey-link";

/// Queues the mail with the link; once a day at most.
pub async fn send_link(db: &Database, now: DateTime<Utc>, survey_id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    message::queue(&tx, now, LETTER, survey_id, &local_date(now).to_string()).await?;
    tx.commit().await
}

/// Makes a link to be sent by hand, such as in a text message. It is shown once; earlier links stop working.
pub async fn make_link(db: &Database, now: DateTime<Utc>, survey_id: Uuid) -> Result<String, DbErr> {
    let tx = db.begin().await?;
    let token = link::issue(&tx, now, LinkPurpose::Survey, survey_id).await?;
    tx.commit().await?;
    Ok(token)
}
