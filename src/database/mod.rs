//! The kit's way to the database: one pool to read, one door to write.
//!
//! Every use case writes in one [`Transaction`]. On PostgreSQL it is a transaction of its own. SQLite has one writer:
//! there the transactions that wait for each other share one durable commit (see [`group_commit`]).

mod away;
mod connect;
mod containing;
mod group_commit;
mod mark;
mod transaction;

pub use away::is_away;
pub use connect::{connect, is_postgres};
pub use containing::containing;
pub use mark::Mark;
pub use transaction::Transaction;

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, IsolationLevel,
    QueryResult, Statement, TransactionOptions, TransactionTrait,
};

use group_commit::Writer;

/// The platform's database, SQLite or PostgreSQL. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    pool: DatabaseConnection,
    writer: Option<Arc<Writer>>,
}

impl Database {
    /// Begins the one transaction of a use case. Dropping it takes everything back. Under a [`Mark`] it also writes that.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        let tx = match &self.writer {
            Some(writer) => writer.begin().await?,
            None => Transaction::alone(self.pool.begin().await?),
        };
        mark::write(&tx).await?;
        Ok(tx)
    }

    /// A view of the database that stays as it is while others write: for exports, backups and checks.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        if self.get_database_backend() == DbBackend::Postgres {
            let options = TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            };
            return self.pool.begin_with_options(options).await;
        }
        // On SQLite every reader has such a view from its first read on.
        self.pool.begin().await
    }

    /// The pool itself, for the migrations and for streaming reads.
    pub fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }
}

#[async_trait]
impl ConnectionTrait for Database {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    /// A statement that writes, as a transaction of its own: durable when this returns.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match &self.writer {
            Some(writer) => writer.execute(statement).await,
            None => self.pool.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.pool.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.pool.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.pool.query_all_raw(statement).await
    }
}
