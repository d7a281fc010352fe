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

impl DeclineReason {
    pub const ALL: [Self; 6] =
        [Self::Withdrew, Self::NoContact, Self::Record, Self::NotSuited, Self::NoNeed, Self::Other];

    /// As stored and posted, and at the end of the keys `mentor-left-reason-…`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrew => "withdrew",
            Self::NoContact => "no-contact",
            Self::Record => "record",
            Self::NotSuited => "not-suited",
            Self::NoNeed => "no-need",
            Self::Other => "declined-other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
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
        left_reason: Set(Some(reason.code().to_owned())),
        version: Set(mentor.version + 1),
        ..Default::default()
    };
    declined.update(&tx).await?;
    changed(&tx, mentor_id).await?;
    let change = Change {
        subject: "mentor",
        subject_id: mentor_id,
        action: "declined",
        by: Some(by.user_id),
        reason: note,
        ..Default::default()
    };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
