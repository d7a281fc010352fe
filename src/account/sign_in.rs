//! Signing in with e-mail and password.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use thiserror::Error;

use super::{
    device, find_by_email, normal_email, password, session,
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
    /// The network that it came from.
    pub network: String,
    /// The token of the device, if the browser brought one.
    pub device: Option<String>,
}

/// What the browser keeps.
pub struct SignedIn {
    pub session: String,
    pub device: String,
}

/// Starts a session on a device that is known from then on. The try is counted before the password is looked at.
pub async fn sign_in(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    credentials: Credentials,
) -> Result<SignedIn, SignInError> {
    let email = normal_email(&credentials.email);
    let known = device::known(db, now, credentials.device.as_deref(), &email).await?;
    let tried = Try::new(&email, &credentials.network);
    let tried = match &known {
        Some(device) => tried.on_known_device(device),
        None => tried,
    };
    let counted = throttle::begin(db, now, tried).await?.ok_or(SignInError::TooMany)?;
    let user = find_by_email(db, &credentials.email).await?.filter(|user| user.disabled_at.is_none());
    let stored = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let is_right = password::verify(&credentials.password, stored).await?;

    let user = user.filter(|_| is_right).ok_or(SignInError::Refused)?;
    let tx = db.begin().await?;
    counted.forgive(&tx).await?;
    let session = session::start(&tx, now, rules, user.id).await?;
    let device = device::remember(&tx, now, &user, credentials.device).await?;
    tx.commit().await?;
    Ok(SignedIn { session, device })
}
