//! A mentor who was approved and has no sign-in, as one who was moved in, is invited to one.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Mentor, mentors};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::approve::{ApproveError, invitation};
use crate::{account, clock::local_date, database::Database, mentor::queries::locked, record::Change, viewer::Viewer};

/// Whether a mentor can be invited: approved and still with us, with an address and no sign-in.
pub fn may_be_invited(mentor: &Mentor, today: NaiveDate) -> bool {
    let is_with_us = mentor.approved_on.is_some() && mentor.left_on.is_none_or(|left| today < left);
    is_with_us && mentor.user_id.is_none() && !mentor.email.is_empty()
}

/// Sends the invitation; the mentor goes on answering by links meanwhile.
///
/// # Errors
/// [`ApproveError::CannotInvite`] where the mentor cannot be invited, or was already.
pub async fn invite(db: &Database, now: DateTime<Utc>, by: &Viewer, mentor_id: Uuid) -> Result<Uuid, ApproveError> {
    let tx = db.begin().await?;
    let mentor = locked(&tx, mentor_id).await?.ok_or(ApproveError::NotFound)?;
    if !may_be_invited(&mentor, local_date(now)) {
        return Err(ApproveError::CannotInvite);
    }
    let user_id = account::invite(&tx, now, invitation(&mentor, by)).await?.id;
    let invited = mentors::ActiveModel {
        id: Set(mentor_id),
        user_id: Set(Some(user_id)),
        version: Set(mentor.version + 1),
        ..Default::default()
    };
    invited.update(&tx).await?;
    Change::of(by, "mentor", mentor_id, "invited").write(&tx, now).await?;
    tx.commit().await?;
    Ok(user_id)
}
