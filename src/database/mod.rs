//! The kit's way to the database: one pool to read, one door to write.
//!
//! Every use case writes in one [`Transaction`]. On PostgreSQL it is a transaction of its own. SQLite has one writer:
//! there the transactions that wait for each other share one durable commit (see [`group_commit`]).

mod alone;
mod away;
mod batch;
mod connect;
mod danish;
mod group_commit;
mod mark;
mod patience;
mod renewal;
mod texts;
mod transaction;

pub use away::{comes_of_being_away, is_away};
pub use connect::{ConnectError, connect, is_postgres, suits};
pub use danish::{DANISH, in_danish_order};
pub use mark::Mark;
pub use patience::with_patience;
pub use texts::{is_any_text_stale, renew_texts};
pub use transaction::Transaction;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, IsolationLevel,
    QueryResult, Statement, TransactionOptions, TransactionTrait,
};

use group_commit::Writer;
use patience::bounded;
use renewal::Renewal;

/// The platform's database, SQLite or PostgreSQL. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    pool: DatabaseConnection,
    door: Door,
    /// Whether the last transaction that ended could write.
    writes: Arc<AtomicBool>,
}

/// The way to write.
#[derive(Clone)]
enum Door {
    Sqlite(Arc<Writer>),
    /// The pool itself, with what is known of its connections.
    Postgres(Arc<Renewal>),
}

impl Database {
    fn of(pool: DatabaseConnection, door: Door) -> Self {
        Self { pool, door, writes: Arc::new(AtomicBool::new(true)) }
    }

    /// Whether this process could write when it last did: not on a disk that is full, or on a database that is read-only.
    pub fn could_write(&self) -> bool {
        self.writes.load(Ordering::Relaxed)
    }

    /// Begins the one transaction of a use case. Dropping it takes everything back. Under a [`Mark`] it also writes that.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        let tx = match &self.door {
            Door::Sqlite(writer) => Transaction::in_turn(bounded(writer.begin()).await?, &self.writes),
            Door::Postgres(renewal) => {
                let inner = self.begin_with(TransactionOptions::default()).await?;
                Transaction::own(inner, renewal, &self.writes)
            }
        };
        mark::write(&tx).await?;
        Ok(tx)
    }

    /// A view of the database that stays as it is while others write: for exports, backups and checks.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        match self.door {
            // On SQLite every reader has such a view from its first read on.
            Door::Sqlite(_) => self.pool.begin().await,
            Door::Postgres(_) => {
                let options = TransactionOptions {
                    isolation_level: Some(IsolationLevel::RepeatableRead),
                    access_mode: Some(AccessMode::ReadOnly),
                    ..Default::default()
                };
                self.begin_with(options).await
            }
        }
    }

    /// Nothing is written before a transaction has begun, so beginning is tried again when the connection was dead.
    async fn begin_with(&self, options: TransactionOptions) -> Result<DatabaseTransaction, DbErr> {
        match bounded(self.pool.begin_with_options(options)).await {
            Err(error) if self.is_worth_another_try(&error) => bounded(self.pool.begin_with_options(options)).await,
            begun => begun,
        }
    }

    /// The pool itself, which only reads on SQLite.
    pub fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    fn is_worth_another_try(&self, error: &DbErr) -> bool {
        match &self.door {
            Door::Sqlite(_) => false,
            Door::Postgres(renewal) => renewal.hears(error),
        }
    }
}

/// Whether a statement only reads. In doubt it does not.
pub fn only_reads(sql: &str) -> bool {
    let words = || sql.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let first = words().next().unwrap_or_default().to_ascii_uppercase();
    match first.as_str() {
        "SELECT" | "PRAGMA" | "SHOW" | "EXPLAIN" => true,
        "WITH" => !words().any(|word| ["INSERT", "UPDATE", "DELETE"].contains(&word.to_ascii_uppercase().as_str())),
        _ => false,
    }
}

#[async_trait]
impl ConnectionTrait for Database {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    /// A statement that writes, as a transaction of its own: durable when this returns.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let tx = self.begin().await?;
        let done = tx.execute_raw(statement).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// The same for a text of statements.
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let tx = self.begin().await?;
        let done = tx.execute_unprepared(sql).await?;
        tx.commit().await?;
        Ok(done)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        if !only_reads(&statement.sql) {
            let tx = self.begin().await?;
            let row = tx.query_one_raw(statement).await?;
            tx.commit().await?;
            return Ok(row);
        }
        match bounded(self.pool.query_one_raw(statement.clone())).await {
            Err(error) if self.is_worth_another_try(&error) => bounded(self.pool.query_one_raw(statement)).await,
            read => read,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if !only_reads(&statement.sql) {
            let tx = self.begin().await?;
            let rows = tx.query_all_raw(statement).await?;
            tx.commit().await?;
            return Ok(rows);
        }
        match bounded(self.pool.query_all_raw(statement.clone())).await {
            Err(error) if self.is_worth_another_try(&error) => bounded(self.pool.query_all_raw(statement)).await,
            read => read,
        }
    }
}
