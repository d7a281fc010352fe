//! Somebody says that they are still reached, and may tell a new number.

use chrono::{DateTime, Utc};
use entity::links::LinkPurpose;
use sea_orm::DbErr;
use thiserror::Error;

use super::still_asked;
use crate::{account::link, clock::local_date, database::Database, record::Change, referral::ways};

#[derive(Debug, Error)]
pub enum StillHereError {
    /// The link was used, or the answer is not needed any more.
    #[error("course-met-closed")]
    Closed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The way by which the message came is confirmed; a number that is told is a way that nobody has tried.
///
/// # Errors
/// [`StillHereError::Closed`] for a link that was used, and once there is nothing left to ask.
pub async fn still_here(
    db: &Database,
    now: DateTime<Utc>,
    token: &str,
    number: Option<String>,
) -> Result<(), StillHereError> {
    let tx = db.begin().await?;
    let survey_id = link::spend(&tx, now, LinkPurpose::QuietTest, token).await?.ok_or(StillHereError::Closed)?;
    let asked = still_asked(&tx, local_date(now), survey_id).await?.ok_or(StillHereError::Closed)?;
    if let Some(number) = number {
        ways::add_number(&tx, local_date(now), asked.person.id, number).await?;
    }
    let told = Change { subject: "survey", subject_id: survey_id, action: "still_here", ..Change::default() };
    told.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
