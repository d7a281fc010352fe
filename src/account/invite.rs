//! Inviting somebody to sign in.

use chrono::{DateTime, Utc};
use entity::{
    User,
    links::LinkPurpose,
    users::{self, Role},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, SqlErr, prelude::Uuid};
use thiserror::Error;

use super::{find_by_email, letters, link, normal_email};
use crate::{database::Database, message, record::Change};

#[derive(Debug, Error)]
pub enum InviteError {
    #[error("account-email-taken")]
    EmailTaken,
    /// A referrer refers for a partner.
    #[error("account-partner-missing")]
    PartnerMissing,
    #[error(transparent)]
    Db(DbErr),
}

/// The constraint of the database catches what two invitations at the same time would slip past the check.
impl From<DbErr> for InviteError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::EmailTaken,
            _ => Self::Db(error),
        }
    }
}

/// Who is to sign in.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub name: String,
    pub email: String,
    pub role: Role,
    /// Of a referrer; nobody else has one.
    pub partner_id: Option<Uuid>,
    /// `da` or `en`.
    pub language: String,
    /// Nobody when it was done from the command line.
    pub invited_by: Option<Uuid>,
}

/// Writes the person down and sends the link with which they choose their password.
pub async fn invite(tx: &impl ConnectionTrait, now: DateTime<Utc>, new: NewUser) -> Result<User, InviteError> {
    let user = create(tx, now, new).await?;
    message::queue(tx, now, letters::INVITATION, user.id, "").await?;
    Ok(user)
}

/// The same as an act of its own.
pub async fn invite_person(db: &Database, now: DateTime<Utc>, new: NewUser) -> Result<User, InviteError> {
    let tx = db.begin().await?;
    let user = invite(&tx, now, new).await?;
    tx.commit().await?;
    Ok(user)
}

/// Writes the person down and returns the token of the link, for whoever passes it on by hand.
pub async fn invite_by_link(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    new: NewUser,
) -> Result<(User, String), InviteError> {
    let user = create(tx, now, new).await?;
    let token = link::issue(tx, now, LinkPurpose::Invitation, user.id).await?;
    Ok((user, token))
}

async fn create(tx: &impl ConnectionTrait, now: DateTime<Utc>, new: NewUser) -> Result<User, InviteError> {
    if find_by_email(tx, &new.email).await?.is_some() {
        return Err(InviteError::EmailTaken);
    }
    if new.role == Role::Referrer && new.partner_id.is_none() {
        return Err(InviteError::PartnerMissing);
    }
    let user = users::ActiveModel {
        id: Set(Uuid::now_v7()),
        email: Set(normal_email(&new.email)),
        name: Set(new.name.trim().to_owned()),
        role: Set(new.role),
        password_hash: Set(None),
        partner_id: Set(new.partner_id.filter(|_| new.role == Role::Referrer)),
        language: Set(new.language),
        created_at: Set(now),
        disabled_at: Set(None),
        last_seen_on: Set(None),
        phone: Set(None),
        digest_since: Set(None),
    };
    let user = users::Entity::insert(user).exec_with_returning(tx).await?;
    changed(user.id, "invited", new.invited_by).write(tx, now).await?;
    Ok(user)
}

/// Sends the link once more to somebody who has not chosen a password yet; the link before stops working.
pub async fn invite_again(db: &Database, now: DateTime<Utc>, user_id: Uuid, invited_by: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    // Two clicks in the same minute send one letter.
    let minute = now.format("%Y%m%dT%H%M").to_string();
    message::queue(&tx, now, letters::INVITATION, user_id, &minute).await?;
    changed(user_id, "invited-again", Some(invited_by)).write(&tx, now).await?;
    tx.commit().await
}

/// A change of a person who signs in.
pub(super) fn changed(user_id: Uuid, action: &'static str, by: Option<Uuid>) -> Change {
    Change { subject: "account", subject_id: user_id, action, by, ..Default::default() }
}
