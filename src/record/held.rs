//! A record that an act holds: locked in its transaction, with the state that it was found in.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::Change;
use crate::database::Transaction;

/// What an act is about. Each feature finds it in its own way, through the viewer and under a lock.
pub struct Held<M, S = ()> {
    pub tx: Transaction,
    pub row: M,
    pub state: S,
}

impl<M, S> Held<M, S> {
    /// Writes the act into the change log and ends its transaction.
    pub async fn finish<E: From<DbErr>>(self, now: DateTime<Utc>, change: Change) -> Result<(), E> {
        change.write(&self.tx, now).await?;
        Ok(self.tx.commit().await?)
    }
}
