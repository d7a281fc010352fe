//! Disabling somebody's sign-in, and enabling it again.

use chrono::{DateTime, Utc};
use entity::users;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    prelude::{DateTimeUtc, Uuid},
};
use thiserror::Error;

use super::locked::locked;
use crate::{
    account::{device, invite::changed, link, session},
    database::Database,
    duty::{self, LeaveError},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum DisableError {
    #[error("account-person-missing")]
    NotFound,
    /// Somebody must be left who can administer.
    #[error("account-own-sign-in")]
    OwnSignIn,
    /// To whom their things go was not said, or does not work here.
    #[error(transparent)]
    Heir(LeaveError),
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<LeaveError> for DisableError {
    fn from(error: LeaveError) -> Self {
        match error {
            LeaveError::Db(error) => Self::Db(error),
            about_heir => Self::Heir(about_heir),
        }
    }
}

/// Ends a person's sign-ins and open links at once, and lets them start no new one. What they did stays; what they are
/// responsible for goes to `heir`, who is needed where there is anything.
pub async fn disable(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    user_id: Uuid,
    heir: Option<Uuid>,
) -> Result<(), DisableError> {
    if by.user_id == user_id {
        return Err(DisableError::OwnSignIn);
    }
    let tx = db.begin().await?;
    let person = locked(&tx, by, user_id).await?;
    person.filter(|person| person.disabled_at.is_none()).ok_or(DisableError::NotFound)?;
    disable_within(&tx, now, by, user_id, heir).await?;
    Ok(tx.commit().await?)
}

/// The same within the transaction of a use case that ends somebody's part in the scheme.
pub async fn disable_within(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: &Viewer,
    user_id: Uuid,
    heir: Option<Uuid>,
) -> Result<(), DisableError> {
    duty::leave(tx, now, by, user_id, heir).await?;
    set_disabled(tx, user_id, Some(now)).await?;
    session::end_all(tx, user_id).await?;
    device::forget_all(tx, user_id).await?;
    link::revoke(tx, user_id).await?;
    Ok(changed(user_id, "disabled", Some(by.user_id)).write(tx, now).await?)
}

/// Lets a person sign in again, with the password from before.
pub async fn enable(db: &Database, now: DateTime<Utc>, by: &Viewer, user_id: Uuid) -> Result<(), DisableError> {
    let tx = db.begin().await?;
    let person = locked(&tx, by, user_id).await?;
    person.filter(|person| person.disabled_at.is_some()).ok_or(DisableError::NotFound)?;
    set_disabled(&tx, user_id, None).await?;
    changed(user_id, "enabled", Some(by.user_id)).write(&tx, now).await?;
    Ok(tx.commit().await?)
}

async fn set_disabled(tx: &impl ConnectionTrait, user_id: Uuid, at: Option<DateTimeUtc>) -> Result<(), DbErr> {
    let set = users::ActiveModel { disabled_at: Set(at), ..Default::default() };
    users::Entity::update_many().set(set).filter(users::Column::Id.eq(user_id)).exec(tx).await?;
    Ok(())
}
