//! Changing what a person is called, may do, and refers for.

use chrono::{DateTime, Utc};
use entity::{
    User,
    users::{self, Role},
};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, SqlErr,
    prelude::{Json, Uuid},
};
use thiserror::Error;

use super::locked::locked;
use crate::{
    account::{NewUser, invite::changed, link},
    database::Database,
    duty::{self, LeaveError},
    form::ChangedMeanwhile,
    record::{Row, row},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum ChangeError {
    #[error("account-person-missing")]
    NotFound,
    #[error("account-email-taken")]
    EmailTaken,
    #[error("account-partner-missing")]
    PartnerMissing,
    /// Somebody must be left who can administer.
    #[error("account-own-role")]
    OwnRole,
    /// Mentors are mentors through the mentor they are, not by choice of a role.
    #[error("account-mentor-role")]
    MentorRole,
    /// Only staff are responsible for anything: hand it over first.
    #[error("account-role-responsible")]
    Responsible,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(DbErr),
}

impl From<DbErr> for ChangeError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::EmailTaken,
            _ => Self::Db(error),
        }
    }
}

impl From<LeaveError> for ChangeError {
    fn from(error: LeaveError) -> Self {
        match error {
            LeaveError::Db(error) => Self::Db(error),
            LeaveError::HeirMissing | LeaveError::HeirNotAtWork => Self::Responsible,
        }
    }
}

row! {
    /// What an administrator may change of a person. The address is in its normal form.
    pub struct NewDetails of users {
        columns {
            name: String,
            email: String,
            role: Role,
            partner_id as "partner": Option<Uuid>,
            language: String,
        }
    }
}

impl NewDetails {
    /// The same for somebody who is not there yet.
    pub fn invited_by(self, by: Option<Uuid>) -> NewUser {
        let Self { name, email, role, partner_id, language } = self;
        NewUser { name, email, role, partner_id, language, invited_by: by }
    }
}

/// Changes a person, if they are `unchanged` since somebody looked. A new address makes the links sent to the old one useless.
pub async fn change(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    user_id: Uuid,
    new: NewDetails,
    unchanged: impl FnOnce(&User) -> Result<(), ChangedMeanwhile>,
) -> Result<(), ChangeError> {
    let tx = db.begin().await?;
    let before = locked(&tx, by, user_id).await?.ok_or(ChangeError::NotFound)?;
    unchanged(&before)?;
    check(by, &before, &new)?;
    if before.role.is_staff() && !new.role.is_staff() {
        duty::leave(&tx, now, by, user_id, None).await?;
    }
    let partner_id = new.partner_id.filter(|_| new.role == Role::Referrer);
    let new = NewDetails { partner_id, ..new };
    let changed_fields = new.changed(&before);
    if before.email != new.email {
        link::revoke(&tx, user_id).await?;
    }
    users::Entity::update_many().set(new.columns()).filter(users::Column::Id.eq(user_id)).exec(&tx).await?;
    if !changed_fields.is_empty() {
        let mut change = changed(user_id, "changed", Some(by.user_id));
        change.details = Some(Json::from(changed_fields));
        change.write(&tx, now).await?;
    }
    Ok(tx.commit().await?)
}

fn check(by: &Viewer, before: &users::Model, new: &NewDetails) -> Result<(), ChangeError> {
    if new.role == Role::Referrer && new.partner_id.is_none() {
        return Err(ChangeError::PartnerMissing);
    }
    if before.id == by.user_id && new.role != before.role {
        return Err(ChangeError::OwnRole);
    }
    let is_mentor = before.role == Role::Mentor;
    if is_mentor != (new.role == Role::Mentor) {
        return Err(ChangeError::MentorRole);
    }
    Ok(())
}
