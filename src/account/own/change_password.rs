//! A new password for somebody who knows the old one.

use chrono::{DateTime, Utc};
use entity::users;
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use crate::{
    account::{
        password,
        set_password::store,
        throttle::{self, Try},
    },
    config::Rules,
    database::Database,
};

#[derive(Debug, Error)]
pub enum ChangePasswordError {
    #[error("account-current-password-wrong")]
    WrongPassword,
    #[error("account-sign-in-too-many")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// What a person typed to change the password, and where from.
pub struct NewPassword {
    pub current: String,
    pub new: String,
    pub network: String,
}

/// Stores the password, ends every session of the person and starts a new one: its token.
pub async fn change_password(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    user_id: Uuid,
    typed: NewPassword,
) -> Result<String, ChangePasswordError> {
    let user = users::Entity::find_by_id(user_id).one(db).await?.ok_or(ChangePasswordError::WrongPassword)?;
    // Counted apart from signing in: whoever guesses at the door does not keep the person from a new password.
    let tried = Try::new(&format!("change:{user_id}"), &typed.network);
    let counted = throttle::begin(db, now, tried).await?.ok_or(ChangePasswordError::TooMany)?;
    if !password::verify(&typed.current, user.password_hash.as_deref()).await? {
        return Err(ChangePasswordError::WrongPassword);
    }
    let hash = password::hash(&typed.new).await?;
    let tx = db.begin().await?;
    counted.forgive(&tx).await?;
    let session = store(&tx, now, rules, user_id, hash).await?;
    tx.commit().await?;
    Ok(session)
}
