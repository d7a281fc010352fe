//! Signing in with e-mail and password.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use thiserror::Error;

use super::{
    find_by_email, normal_email, password, session,
    throttle::{self, Try},
};
use crate::{config::Rules, database::Database};

/// The same two answers for known and unknown addresses.
#[derive(Debug, Error)]
pub enum SignInError {
    #[error("account-sign-in-refused")]
    Refused,
    #[error("account-sign-in-too-many")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// What a person typed to sign in, and where from.
pub struct Credentials {
    pub email: String,
    pub password: String,
    pub address: String,
}

/// Starts a session and returns its token, or counts the failure.
pub async fn sign_in(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    credentials: Credentials,
) -> Result<String, SignInError> {
    let tried = Try::new(&normal_email(&credentials.email), &credentials.address);
    if throttle::is_too_many(db, now, &tried).await? {
        return Err(SignInError::TooMany);
    }
    let user = find_by_email(db, &credentials.email).await?.filter(|user| user.disabled_at.is_none());
    let stored = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let is_right = password::verify(&credentials.password, stored).await?;

    let tx = db.begin().await?;
    let Some(user) = user.filter(|_| is_right) else {
        throttle::count_failure(&tx, now, tried).await?;
        tx.commit().await?;
        return Err(SignInError::Refused);
    };
    let token = session::start(&tx, now, rules, user.id).await?;
    tx.commit().await?;
    Ok(token)
}
