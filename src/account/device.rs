//! Devices on which somebody has signed in before: whoever guesses elsewhere does not keep the person out there.
//!
//! A browser keeps one random token for years. What is stored is its hash together with the address that somebody signed
//! in with, so that two people who share a browser are not found by each other.

use chrono::{DateTime, Duration, Utc};
use entity::{
    User,
    known_devices::{self, Column, Entity},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
    sea_query::OnConflict,
};

use crate::token::{new_token, token_hash};

/// How long a device is known after the last sign-in on it. Browsers keep a cookie no longer.
pub const KNOWN_FOR: Duration = Duration::days(400);

/// What is stored of a device, if the browser brought a token.
fn key(token: &str, email: &str) -> String {
    token_hash(&format!("{token}:{email}"))
}

/// The key of the device, if somebody has signed in there with this address, in its one form. Asked alike for addresses
/// that nobody has.
pub async fn known(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: Option<&str>,
    email: &str,
) -> Result<Option<String>, DbErr> {
    let key = key(token.unwrap_or_default(), email);
    let found = Entity::find_by_id(&key).filter(Column::UsedAt.gt(now - KNOWN_FOR)).one(db).await?;
    Ok(found.map(|_| key))
}

/// Knows the device from now on. The token for its browser: the one it has, or a new one.
pub async fn remember(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    user: &User,
    token: Option<String>,
) -> Result<String, DbErr> {
    let token = token.filter(|token| is_one_of_ours(token)).unwrap_or_else(new_token);
    let device =
        known_devices::ActiveModel { key: Set(key(&token, &user.email)), user_id: Set(user.id), used_at: Set(now) };
    let again = OnConflict::column(Column::Key).update_columns([Column::UserId, Column::UsedAt]).to_owned();
    Entity::insert(device).on_conflict(again).exec_without_returning(tx).await?;
    Ok(token)
}

/// Whether a browser brings back what we gave it, as far as that can be seen.
fn is_one_of_ours(token: &str) -> bool {
    token.len() == 43 && token.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'_')
}

/// Forgets every device of a person: the password is another now.
pub async fn forget_all(tx: &impl ConnectionTrait, user_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::UserId.eq(user_id)).exec(tx).await.map(drop)
}

/// Forgets devices on which nobody has signed in for long; run once an hour.
pub async fn remove_old(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::UsedAt.lt(now - KNOWN_FOR)).exec(tx).await.map(drop)
}
