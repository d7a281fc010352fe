//! What only one process may do at a time: bringing the tables up to date, and the first things on an empty platform.

use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use super::{Database, Door, connect::open_sqlite_patiently};

/// How long an upgrade by another process is waited for on SQLite; on PostgreSQL there is no limit.
const PATIENCE: Duration = Duration::from_secs(600);
/// The key of our lock among the advisory locks of a PostgreSQL database: `brobyg` as a number.
const LOCK: i64 = 0x6272_6f62_7967;

impl Database {
    /// A transaction that begins when every other process that asked for one has ended its own. What is written in it is
    /// there as a whole or not at all, also when this process is killed.
    pub async fn begin_alone(&self) -> Result<DatabaseTransaction, DbErr> {
        match &self.door {
            Door::Sqlite(writer) => {
                let options = TransactionOptions {
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..Default::default()
                };
                open_sqlite_patiently(writer.url(), PATIENCE).await?.begin_with_options(options).await
            }
            Door::Postgres(_) => {
                let tx = self.pool.begin().await?;
                tx.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
                tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
                Ok(tx)
            }
        }
    }
}
