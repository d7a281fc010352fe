//! Slows down guessing of passwords, for an account and for an address, without locking anybody out.
//!
//! Failures are counted by hashed account and by hashed address. An account under attack from elsewhere can still be
//! entered from an address that has not failed on it: the account's count only binds addresses that failed before.

use chrono::{DateTime, Duration, Utc};
use entity::sign_in_attempts::{self, Column};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use crate::web::token_hash;

/// Failures on one account from one address within [`WINDOW`].
const PER_PAIR: u64 = 5;
/// Failures on one account from everywhere, after which an address needs a clean record to try.
const PER_ACCOUNT: u64 = 20;
/// Failures from one address on all accounts.
const PER_ADDRESS: u64 = 60;
const WINDOW: Duration = Duration::minutes(15);

/// Whom a try concerns and where it came from, as hashes.
pub struct Try {
    account_key: String,
    address_key: String,
}

impl Try {
    pub fn new(account: &str, address: &str) -> Self {
        Self { account_key: token_hash(account), address_key: token_hash(address) }
    }
}

/// Whether this try must wait.
pub async fn is_too_many(db: &impl ConnectionTrait, now: DateTime<Utc>, tried: &Try) -> Result<bool, DbErr> {
    let recent = || sign_in_attempts::Entity::find().filter(Column::At.gt(now - WINDOW));
    let on_account = recent().filter(Column::AccountKey.eq(&tried.account_key));
    let from_address = recent().filter(Column::AddressKey.eq(&tried.address_key)).count(db).await?;
    let pair = on_account.clone().filter(Column::AddressKey.eq(&tried.address_key)).count(db).await?;
    if pair >= PER_PAIR || from_address >= PER_ADDRESS {
        return Ok(true);
    }
    Ok(from_address > 0 && on_account.count(db).await? >= PER_ACCOUNT)
}

/// How often somebody at this address tried lately, whatever the account. What is open to everybody counts its tries
/// under an address of its own, such as `enquiry:192.0.2.1`, and sets its own limit.
pub async fn from_address(db: &impl ConnectionTrait, now: DateTime<Utc>, tried: &Try) -> Result<u64, DbErr> {
    let recent = sign_in_attempts::Entity::find().filter(Column::At.gt(now - WINDOW));
    recent.filter(Column::AddressKey.eq(&tried.address_key)).count(db).await
}

/// Counts a failure, or a try of something that is open to everybody.
pub async fn count_failure(tx: &impl ConnectionTrait, now: DateTime<Utc>, tried: Try) -> Result<(), DbErr> {
    let attempt = sign_in_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_key: Set(tried.account_key),
        address_key: Set(tried.address_key),
        at: Set(now),
    };
    sign_in_attempts::Entity::insert(attempt).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets failures that no longer count; run once an hour.
pub async fn remove_old(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let removed = sign_in_attempts::Entity::delete_many().filter(Column::At.lt(now - WINDOW)).exec(db).await?;
    Ok(removed.rows_affected)
}
