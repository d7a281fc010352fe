//! Passwords: Argon2id, computed away from the threads that answer requests, two at a time.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use thiserror::Error;
use tokio::sync::Semaphore;

/// At least 15 characters, any characters, as ASVS 5.0.0, 6.2.1 recommends where there is no second factor.
pub const SHORTEST: usize = 15;
/// Longer ones only cost time.
pub const LONGEST: usize = 256;

/// Each computation takes 19 MiB: two at once are enough for two cores.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

#[derive(Debug, Error, PartialEq)]
pub enum PasswordError {
    #[error("account-password-too-short")]
    TooShort,
    #[error("account-password-too-long")]
    TooLong,
    #[error("account-password-too-common")]
    TooCommon,
}

/// Whether a new password will do.
pub fn check(password: &str) -> Result<(), PasswordError> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordError::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordError::TooLong);
    }
    let mut characters: Vec<char> = password.to_lowercase().chars().collect();
    characters.sort_unstable();
    characters.dedup();
    // Fifteen times the same few keys is the only kind of common password left at this length.
    if characters.len() < 5 { Err(PasswordError::TooCommon) } else { Ok(()) }
}

/// The stored form of a password, in PHC format.
pub async fn hash(password: &str) -> anyhow::Result<String> {
    let password = password.to_owned();
    compute(move || {
        let hash = argon2()?.hash_password(password.as_bytes()).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the stored one. Takes as long when nothing is stored.
pub async fn verify(password: &str, stored: Option<&str>) -> anyhow::Result<bool> {
    // Any hash made with the parameters below; its password is nobody's.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm8$1fCrpSTu0PMQ0Rk2mVaHXGnhjzGmqA8kVbGeWlOJ4wE";
    let (password, known) = (password.to_owned(), stored.is_some());
    let stored = stored.unwrap_or(NOBODY).to_owned();
    compute(move || {
        let hash = PasswordHash::new(&stored).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && known)
    })
    .await
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let parameters = Params::new(19 * 1024, 2, 1, None).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters))
}

async fn compute<T: Send + 'static>(work: impl FnOnce() -> anyhow::Result<T> + Send + 'static) -> anyhow::Result<T> {
    let _permit = AT_ONCE.acquire().await?;
    tokio::task::spawn_blocking(work).await?
}
