//! Slows down guessing of passwords, for an account and for a network, without locking anybody out.
//!
//! A try is counted before the password is looked at, and forgotten again when it was right: of many sent at once no more
//! are tried than of as many sent one after the other. Tries are counted by hashed account and by hashed network (one
//! address of IPv4, a /64 of IPv6). An account under attack stays open on a device where its person has signed in
//! before: tries there are counted by that device alone.

use chrono::{DateTime, Duration, Utc};
use entity::sign_in_attempts::{self, Column, Entity};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Select,
    prelude::Uuid,
};

use crate::{database::Database, token::token_hash};

/// Tries on one account from one network, or on one known device, within [`WINDOW`].
const PER_PAIR: u64 = 5;
/// Tries on one account from everywhere, after which a network needs a clean record to try.
const PER_ACCOUNT: u64 = 20;
/// Tries on one account from everywhere, after which only known devices may try: networks are cheap.
const PER_ACCOUNT_AT_MOST: u64 = 100;
/// Tries from one network on all accounts.
const PER_NETWORK: u64 = 60;
const WINDOW: Duration = Duration::minutes(15);

/// Whom a try concerns and where it came from, as hashes.
pub struct Try {
    id: Uuid,
    account_key: String,
    /// The network, or the known device.
    address_key: String,
    is_on_known_device: bool,
}

impl Try {
    pub fn new(account: &str, network: &str) -> Self {
        Self {
            id: Uuid::now_v7(),
            account_key: token_hash(account),
            address_key: token_hash(network),
            is_on_known_device: false,
        }
    }

    /// The same try on a device where this account has been signed in to before.
    #[must_use]
    pub fn on_known_device(self, key: &str) -> Self {
        Self { address_key: token_hash(&format!("device:{key}")), is_on_known_device: true, ..self }
    }

    fn recent(&self, now: DateTime<Utc>) -> [Select<Entity>; 3] {
        let recent = || Entity::find().filter(Column::At.gt(now - WINDOW));
        let of_account = recent().filter(Column::AccountKey.eq(&self.account_key));
        let of_pair = of_account.clone().filter(Column::AddressKey.eq(&self.address_key));
        [of_pair, of_account, recent().filter(Column::AddressKey.eq(&self.address_key))]
    }

    async fn is_too_many(&self, db: &Database, now: DateTime<Utc>) -> Result<bool, DbErr> {
        let [of_pair, of_account, of_network] = self.recent(now);
        if of_pair.count(db).await? > PER_PAIR {
            return Ok(true);
        }
        if self.is_on_known_device {
            return Ok(false);
        }
        let (of_account, of_network) = (of_account.count(db).await?, of_network.count(db).await?);
        let has_clean_record = of_network <= 1;
        Ok(of_network > PER_NETWORK
            || of_account > PER_ACCOUNT_AT_MOST
            || (of_account > PER_ACCOUNT && !has_clean_record))
    }
}

/// A try that counts, unless it is forgiven.
pub struct Counted(Uuid);

impl Counted {
    /// It was no guess.
    pub async fn forgive(self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        forget(tx, self.0).await
    }
}

/// Counts a try. Nothing when it must wait; then it does not count, so that waiting helps.
pub async fn begin(db: &Database, now: DateTime<Utc>, tried: Try) -> Result<Option<Counted>, DbErr> {
    count(db, now, &tried).await?;
    let is_too_many = tried.is_too_many(db, now).await?;
    keep_or_forget(db, tried.id, is_too_many).await
}

/// Counts a try of something that is open to everybody, of which `most` may come from one network, whatever the account.
/// Such tries stand under an address of their own, such as `enquiry:192.0.2.1`.
pub async fn begin_in_public(
    db: &Database,
    now: DateTime<Utc>,
    tried: Try,
    most: u64,
) -> Result<Option<Counted>, DbErr> {
    count(db, now, &tried).await?;
    let [.., of_network] = tried.recent(now);
    let is_too_many = of_network.count(db).await? > most;
    keep_or_forget(db, tried.id, is_too_many).await
}

/// Written for all to see before anybody counts: of those who come at once, the last to be written sees all others.
async fn count(db: &Database, now: DateTime<Utc>, tried: &Try) -> Result<(), DbErr> {
    let attempt = sign_in_attempts::ActiveModel {
        id: Set(tried.id),
        account_key: Set(tried.account_key.clone()),
        address_key: Set(tried.address_key.clone()),
        at: Set(now),
    };
    let tx = db.begin().await?;
    Entity::insert(attempt).exec_without_returning(&tx).await?;
    tx.commit().await
}

async fn keep_or_forget(db: &Database, id: Uuid, is_too_many: bool) -> Result<Option<Counted>, DbErr> {
    if !is_too_many {
        return Ok(Some(Counted(id)));
    }
    let tx = db.begin().await?;
    forget(&tx, id).await?;
    tx.commit().await?;
    Ok(None)
}

async fn forget(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await.map(drop)
}

/// Forgets tries that no longer count; run once an hour.
pub async fn remove_old(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let removed = Entity::delete_many().filter(Column::At.lt(now - WINDOW)).exec(db).await?;
    Ok(removed.rows_affected)
}
