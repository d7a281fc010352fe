//! Declining an application, with a coded reason.

use chrono::{DateTime, Utc};
use entity::mentors;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use thiserror::Error;

use crate::{
    clock::local_date,
    database::Database,
    mentor::{changed, queries::locked},
    record::Change,
    viewer::Viewer,
    word::Worded,
};

/// Why somebody who applied does not become a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclineReason {
    /// The applicant thought better of it.
    Withdrew,
    NoContact,
    /// The criminal record was refused.
    Record,
    NotSuited,
    /// There is no young person who needs this industry or place.
    NoNeed,
    Other,
}

impl Worded for DeclineReason {
    const KEY: &'static str = "mentor-left-reason";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Withdrew, "withdrew", ""),
        (Self::NoContact, "no-contact", ""),
        (Self::Record, "record", ""),
        (Self::NotSuited, "not-suited", ""),
        (Self::NoNeed, "no-need", ""),
        (Self::Other, "declined-other", ""),
    ];
}

#[derive(Debug, Error)]
pub enum DeclineError {
    #[error("mentor-missing")]
    NotFound,
    /// Somebody who is a mentor leaves; only an applicant is declined.
    #[error("mentor-decline-not-applicant")]
    NotApplicant,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Declines an application. `note` is for staff alone.
pub async fn decline(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    mentor_id: Uuid,
    reason: DeclineReason,
    note: Option<String>,
) -> Result<(), DeclineError> {
    let tx = db.begin().await?;
    let mentor = locked(&tx, mentor_id).await?.ok_or(DeclineError::NotFound)?;
    if mentor.approved_on.is_some() || mentor.left_on.is_some() {
        return Err(DeclineError::NotApplicant);
    }
    let declined = mentors::ActiveModel {
        id: Set(mentor_id),
        left_on: Set(Some(local_date(now))),
        left_reason: Set(Some(reason.code().into_owned())),
        version: Set(mentor.version + 1),
        ..Default::default()
    };
    declined.update(&tx).await?;
    changed(&tx, mentor_id).await?;
    let change = Change { reason: note, ..Change::of(by, "mentor", mentor_id, "declined") };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
