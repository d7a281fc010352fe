//! Approving an applicant, who is invited to sign in by letter.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Mentor,
    mentors::{self, CriminalRecordStatus},
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use thiserror::Error;

use crate::{
    account::{self, InviteError, NewUser},
    clock::local_date,
    database::Database,
    duty::{self, Thing},
    mentor::{application::is_unconfirmed, changed, queries::locked},
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum ApproveError {
    #[error("mentor-missing")]
    NotFound,
    #[error("mentor-approve-already")]
    Already,
    #[error("mentor-approve-left")]
    Left,
    #[error("mentor-approve-unconfirmed")]
    Unconfirmed,
    #[error("mentor-approve-no-interview")]
    NoInterview,
    #[error("mentor-approve-no-record")]
    NoRecord,
    #[error("mentor-approve-no-training")]
    NoTraining,
    /// Not approved, no longer with us, without an address, or with a sign-in already.
    #[error("mentor-invite-cannot")]
    CannotInvite,
    /// Somebody else signs in with the address.
    #[error("mentor-approve-address-taken")]
    AddressTaken,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<InviteError> for ApproveError {
    fn from(error: InviteError) -> Self {
        match error {
            InviteError::EmailTaken => Self::AddressTaken,
            InviteError::Db(error) => Self::Db(error),
            // A mentor has no partner, so one cannot be missing.
            missing @ InviteError::PartnerMissing => Self::Db(DbErr::Custom(missing.to_string())),
        }
    }
}

/// Everything that still keeps an applicant from being approved.
pub fn missing_for_approval(mentor: &Mentor, today: NaiveDate) -> Vec<ApproveError> {
    let has_record = mentor.criminal_record_status == Some(CriminalRecordStatus::Approved)
        && mentor.criminal_record_expires_on.is_some_and(|expires| today <= expires);
    let missing = [
        (mentor.left_on.is_some(), ApproveError::Left),
        (is_unconfirmed(mentor), ApproveError::Unconfirmed),
        (mentor.interviewed_on.is_none(), ApproveError::NoInterview),
        (!has_record, ApproveError::NoRecord),
        (mentor.trained_on.is_none(), ApproveError::NoTraining),
    ];
    missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, error)| error).collect()
}

/// Approves an applicant who was interviewed and trained and whose criminal record is in order, and sends the invitation.
pub async fn approve(db: &Database, now: DateTime<Utc>, by: &Viewer, mentor_id: Uuid) -> Result<Uuid, ApproveError> {
    let today = local_date(now);
    let tx = db.begin().await?;
    let mentor = locked(&tx, mentor_id).await?.ok_or(ApproveError::NotFound)?;
    if mentor.approved_on.is_some() {
        return Err(ApproveError::Already);
    }
    if let Some(missing) = missing_for_approval(&mentor, today).into_iter().next() {
        return Err(missing);
    }
    let user_id = match mentor.user_id {
        Some(user_id) => user_id,
        None => account::invite(&tx, now, invitation(&mentor, by)).await?.id,
    };
    let approved = mentors::ActiveModel {
        id: Set(mentor_id),
        user_id: Set(Some(user_id)),
        approved_on: Set(Some(today)),
        version: Set(mentor.version + 1),
        ..Default::default()
    };
    approved.update(&tx).await?;
    duty::begin(&tx, today, (Thing::Mentor, mentor_id), by.user_id).await?;
    changed(&tx, mentor_id).await?;
    let change = Change::of(by, "mentor", mentor_id, "approved");
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(user_id)
}

pub(super) fn invitation(mentor: &Mentor, by: &Viewer) -> NewUser {
    NewUser {
        name: mentor.name.clone(),
        email: mentor.email.clone(),
        role: Role::Mentor,
        partner_id: None,
        language: mentor.language.clone(),
        invited_by: Some(by.user_id),
    }
}
