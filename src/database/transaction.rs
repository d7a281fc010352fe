//! The transaction of one use case.

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use super::group_commit::Turn;

/// Everything a use case writes, all or nothing. Dropped without [`Transaction::commit`], nothing is written.
pub struct Transaction {
    // Declared first: it must be taken back before the turn is given up.
    inner: DatabaseTransaction,
    turn: Option<Turn>,
}

impl Transaction {
    pub(super) fn alone(inner: DatabaseTransaction) -> Self {
        Self { inner, turn: None }
    }

    pub(super) fn in_turn(inner: DatabaseTransaction, turn: Turn) -> Self {
        Self { inner, turn: Some(turn) }
    }

    /// Writes everything down durably. When this returns, a crash loses nothing of it.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.inner.commit().await?;
        match self.turn {
            Some(turn) => turn.commit().await,
            None => Ok(()),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
