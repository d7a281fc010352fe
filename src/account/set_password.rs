//! A new password through an invitation or a reset link.

use chrono::{DateTime, Utc};
use entity::{User, links::LinkPurpose, users};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};
use thiserror::Error;

use super::{device, invite::changed, letters, link, password, session};
use crate::{config::Rules, database::Database, message};

#[derive(Debug, Error)]
pub enum SetPasswordError {
    #[error("account-link-spent")]
    LinkSpent,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Spends the link, stores the password, ends every session of the person and starts a new one: its token.
pub async fn set_password(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    purpose: LinkPurpose,
    token: &str,
    new_password: &str,
) -> Result<String, SetPasswordError> {
    // Looked up first: a link that is none must not cost a computation.
    link::find(db, now, purpose, token).await?.ok_or(SetPasswordError::LinkSpent)?;
    let hash = password::hash(new_password).await?;
    let tx = db.begin().await?;
    let user_id = link::spend(&tx, now, purpose, token).await?.ok_or(SetPasswordError::LinkSpent)?;
    let session = store(&tx, now, rules, user_id, hash).await?;
    tx.commit().await?;
    Ok(session)
}

/// Stores a password: every session, known device and open link of the person ends, and a new session starts: its token.
/// Whoever had a password before is told by mail.
pub(super) async fn store(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    rules: &Rules,
    user_id: Uuid,
    hash: String,
) -> Result<String, DbErr> {
    let had_one = users::Entity::find_by_id(user_id).filter(users::Column::PasswordHash.is_not_null());
    if had_one.one(tx).await?.is_some() {
        message::queue(tx, now, letters::PASSWORD_CHANGED, user_id, &now.timestamp().to_string()).await?;
    }
    let stored = users::ActiveModel { password_hash: Set(Some(hash)), ..Default::default() };
    users::Entity::update_many().set(stored).filter(users::Column::Id.eq(user_id)).exec(tx).await?;
    changed(user_id, "password-set", Some(user_id)).write(tx, now).await?;
    link::revoke(tx, user_id).await?;
    session::end_all(tx, user_id).await?;
    device::forget_all(tx, user_id).await?;
    session::start(tx, now, rules, user_id).await
}

/// The person whom a link lets choose a password, as long as it can be used.
pub async fn invited(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: LinkPurpose,
    token: &str,
) -> Result<Option<User>, DbErr> {
    let Some(link) = link::find(db, now, purpose, token).await? else { return Ok(None) };
    users::Entity::find_by_id(link.subject_id).one(db).await
}
