//! Passwords: Argon2id, computed away from the threads that answer requests, a few at a time.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use thiserror::Error;
use zxcvbn::zxcvbn;

use super::keyboard::without_walks;
use crate::turnstile::PASSWORDS;

/// At least 15 characters, any characters, as ASVS 5.0.0, 6.2.1 recommends where there is no second factor.
pub const SHORTEST: usize = 15;
/// Longer ones only cost time.
pub const LONGEST: usize = 256;

#[derive(Debug, Error, PartialEq)]
pub enum PasswordError {
    #[error("account-password-too-short")]
    TooShort,
    #[error("account-password-too-long")]
    TooLong,
    #[error("account-password-too-common")]
    TooCommon,
}

/// Words that Danes make passwords of, the commonest kinds: names, towns, clubs, seasons, and ours.
const COMMON_WORDS: &str = include_str!("common_words.txt");
/// Fewer guesses than a patient attacker makes offline in a day, as a power of ten.
const FEWEST_GUESSES: f64 = 9.0;

/// Whether a new password will do. `own` is what everybody knows of the person: the mail address and the name.
///
/// Any characters will do and none must. Refused is what is guessed soon: common passwords and words, Danish ones and
/// the person's own too, alone or in a row, with the usual figures behind them; keys that lie beside each other or in
/// another pattern, before or behind a word too; years.
pub fn check(password: &str, own: &[&str]) -> Result<(), PasswordError> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordError::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordError::TooLong);
    }
    let own = own_words(own);
    let known: Vec<&str> = own.iter().map(String::as_str).chain(COMMON_WORDS.lines()).collect();
    let is_guessed = |text: &str| zxcvbn(text, &known).guesses_log10() < FEWEST_GUESSES;
    let tried = [password.to_owned(), what_is_new(password, &own), what_is_new(&without_walks(password), &own)];
    if tried.iter().any(|text| is_guessed(text)) { Err(PasswordError::TooCommon) } else { Ok(()) }
}

/// The words of what everybody knows of a person, and ours; the longest first.
fn own_words(own: &[&str]) -> Vec<String> {
    let parts = own.iter().flat_map(|known| known.split(|sign: char| !sign.is_alphanumeric()).chain([*known]));
    let mut words: Vec<String> = parts.chain(["brobyg"]).map(str::to_lowercase).collect();
    words.retain(|word| word.chars().count() > 2);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// A password without what adds nothing: words that it says again, signs between them, and the person's own words.
fn what_is_new(password: &str, own: &[String]) -> String {
    let lower = password.to_lowercase();
    let mut words: Vec<&str> = Vec::new();
    for word in lower.split(|sign: char| sign.is_whitespace() || sign.is_ascii_punctuation()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    own.iter().fold(words.concat(), |rest, word| rest.replace(word.as_str(), ""))
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
    let _place = PASSWORDS.enter().await?;
    tokio::task::spawn_blocking(work).await?
}
