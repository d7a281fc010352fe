//! A link for somebody who forgot the password.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use thiserror::Error;

use crate::{
    account::{
        find_by_email, letters, normal_email,
        throttle::{self, Try},
    },
    database::Database,
    message,
};

/// Seconds within which one person is sent one letter, however often it is asked for.
const ONE_LETTER_IN: i64 = 300;

#[derive(Debug, Error)]
pub enum ForgetPasswordError {
    #[error("account-forgotten-too-many")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Sends the link if the address is somebody's. Every call counts as a try and commits as often, so that neither the
/// answer nor its time tells whether the address is known.
pub async fn forget_password(
    db: &Database,
    now: DateTime<Utc>,
    email: &str,
    network: &str,
) -> Result<(), ForgetPasswordError> {
    // Counted apart from signing in: asking for a link must not use up somebody's tries.
    let tried = Try::new(&format!("forgotten:{}", normal_email(email)), network);
    throttle::begin(db, now, tried).await?.ok_or(ForgetPasswordError::TooMany)?;
    let tx = db.begin().await?;
    let user = find_by_email(&tx, email).await?;
    if let Some(user) = user.filter(|user| user.disabled_at.is_none()) {
        let dedup = (now.timestamp() / ONE_LETTER_IN).to_string();
        message::queue(&tx, now, letters::PASSWORD_RESET, user.id, &dedup).await?;
    }
    tx.commit().await?;
    Ok(())
}
