//! The transaction of one use case.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, SqlxError, Statement,
};

use super::{away::is_away, group_commit::Turn, patience::bounded, renewal::Renewal, texts};

/// Everything a use case writes, all or nothing. Dropped without [`Transaction::commit`], nothing is written.
pub struct Transaction {
    kind: Kind,
    /// Whether it wrote where there is something to search.
    writes_texts: AtomicBool,
    /// Where it tells whether it could write.
    writes: Arc<AtomicBool>,
}

enum Kind {
    Own(Own),
    /// A turn at SQLite's one writer.
    InTurn(Turn),
}

/// A transaction of PostgreSQL.
struct Own {
    inner: DatabaseTransaction,
    /// The error of a statement in it. The database then answers a commit by a rollback, and does not call that an error.
    failed: OnceLock<DbErr>,
    renewal: Arc<Renewal>,
}

impl Own {
    async fn commit(self) -> Result<(), DbErr> {
        if let Some(error) = self.failed.into_inner() {
            return Err(error);
        }
        let committed = self.inner.commit().await;
        if let Err(error) = &committed {
            self.renewal.hears(error);
        }
        committed
    }

    fn hears(&self, error: &DbErr) {
        self.renewal.hears(error);
        if is_of_the_database(error) {
            // The first failure is the one to tell.
            let _ = self.failed.set(error.clone());
        }
    }
}

fn is_of_the_database(error: &DbErr) -> bool {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            matches!(**cause, SqlxError::Database(_))
        }
        _ => false,
    }
}

impl Transaction {
    pub(super) fn own(inner: DatabaseTransaction, renewal: &Arc<Renewal>, writes: &Arc<AtomicBool>) -> Self {
        Self::of(Kind::Own(Own { inner, failed: OnceLock::new(), renewal: Arc::clone(renewal) }), writes)
    }

    pub(super) fn in_turn(turn: Turn, writes: &Arc<AtomicBool>) -> Self {
        Self::of(Kind::InTurn(turn), writes)
    }

    fn of(kind: Kind, writes: &Arc<AtomicBool>) -> Self {
        Self { kind, writes_texts: AtomicBool::new(false), writes: Arc::clone(writes) }
    }

    /// Writes everything down durably, and before that the texts in which it is found. When this returns, a crash loses
    /// nothing of it.
    ///
    /// # Errors
    /// When it is not certain that everything is written.
    pub async fn commit(self) -> Result<(), DbErr> {
        if self.writes_texts.load(Ordering::Relaxed) {
            texts::renew_texts(&self).await?;
        }
        let committed = match self.kind {
            Kind::Own(own) => bounded(own.commit()).await,
            Kind::InTurn(turn) => bounded(turn.commit()).await,
        };
        self.writes.store(!committed.as_ref().is_err_and(is_away), Ordering::Relaxed);
        committed
    }

    fn statements(&self) -> Result<&DatabaseTransaction, DbErr> {
        match &self.kind {
            Kind::Own(own) => Ok(&own.inner),
            Kind::InTurn(turn) => turn.batch()?.statements(),
        }
    }

    fn looks_at(&self, sql: &str) {
        if texts::are_written_by(sql) {
            self.writes_texts.store(true, Ordering::Relaxed);
        }
    }

    fn heard<T>(&self, answer: Result<T, DbErr>) -> Result<T, DbErr> {
        if answer.as_ref().is_err_and(is_away) {
            self.writes.store(false, Ordering::Relaxed);
        }
        match &self.kind {
            Kind::Own(own) => answer.inspect_err(|error| own.hears(error)),
            Kind::InTurn(turn) => turn.batch()?.heard(answer),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        match &self.kind {
            Kind::Own(_) => DbBackend::Postgres,
            Kind::InTurn(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.looks_at(&statement.sql);
        self.heard(bounded(self.statements()?.execute_raw(statement)).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.looks_at(sql);
        self.heard(bounded(self.statements()?.execute_unprepared(sql)).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.looks_at(&statement.sql);
        self.heard(bounded(self.statements()?.query_one_raw(statement)).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.looks_at(&statement.sql);
        self.heard(bounded(self.statements()?.query_all_raw(statement)).await)
    }
}
