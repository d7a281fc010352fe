//! The transactions that share one durable commit on SQLite, and the connection that they write through.

use std::sync::OnceLock;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::{sync::oneshot, time::Instant};

use super::{
    away::{ends_transaction, is_busy},
    connect::open_sqlite_writer,
};

pub(super) type Told = oneshot::Sender<Result<(), DbErr>>;

/// SQLite's one place to write. Between two batches it keeps a connection, but only one on which everything went well:
/// after a failure the driver and the database may think differently of what is open, and then a later "committed" would
/// mean nothing.
pub(super) struct Slot {
    url: String,
    idle: Option<DatabaseConnection>,
    pub(super) open: Option<Batch>,
}

impl Slot {
    pub(super) fn new(url: &str) -> Self {
        Self { url: url.to_owned(), idle: None, open: None }
    }

    /// Opens a batch. While somebody else holds the lock of the file, it is tried again until the deadline; a connection
    /// that was kept and cannot begin any more is replaced without a word.
    pub(super) async fn begin(&mut self, deadline: Instant) -> Result<(), DbErr> {
        loop {
            let kept = self.idle.take();
            let was_kept = kept.is_some();
            match self.try_begin(kept).await {
                Ok(batch) => {
                    self.open = Some(batch);
                    return Ok(());
                }
                Err(error) if was_kept || (is_busy(&error) && Instant::now() < deadline) => (),
                Err(error) => return Err(error),
            }
        }
    }

    async fn try_begin(&self, kept: Option<DatabaseConnection>) -> Result<Batch, DbErr> {
        let connection = match kept {
            Some(connection) => connection,
            None => open_sqlite_writer(&self.url).await?,
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let transaction = connection.begin_with_options(options).await?;
        Ok(Batch { transaction, connection, waiting: Vec::new(), failed: OnceLock::new() })
    }

    /// Commits the open batch durably, then tells everybody who waits for it.
    pub(super) async fn commit(&mut self) {
        let Some(batch) = self.open.take() else { return };
        let committed = match batch.failed.into_inner() {
            Some(error) => Err(error),
            None => batch.transaction.commit().await,
        };
        if committed.is_ok() {
            self.idle = Some(batch.connection);
        }
        tell(batch.waiting, &committed);
    }

    /// Takes the open batch back. Nothing in it was to be kept.
    pub(super) async fn roll_back(&mut self) {
        let Some(batch) = self.open.take() else { return };
        if batch.failed.get().is_none() && batch.transaction.rollback().await.is_ok() {
            self.idle = Some(batch.connection);
        }
    }
}

fn tell(waiting: Vec<Told>, outcome: &Result<(), DbErr>) {
    for told in waiting {
        // Whoever stopped waiting needs no answer.
        let _ = told.send(outcome.clone());
    }
}

/// One transaction of the database, in which each of ours is a savepoint.
pub(super) struct Batch {
    transaction: DatabaseTransaction,
    connection: DatabaseConnection,
    waiting: Vec<Told>,
    /// What ended the database's transaction before its time: nothing in it can be kept any more.
    failed: OnceLock<DbErr>,
}

impl Batch {
    /// Where statements go. What they answer must pass through [`Batch::heard`].
    pub(super) fn statements(&self) -> Result<&DatabaseTransaction, DbErr> {
        self.failed.get().map_or(Ok(&self.transaction), |error| Err(error.clone()))
    }

    /// Notes an error after which the database may have taken back everything that is open.
    pub(super) fn heard<T>(&self, answer: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &answer
            && ends_transaction(error)
        {
            self.fail(error.clone());
        }
        answer
    }

    pub(super) fn fail(&self, error: DbErr) {
        // The first failure is the one to tell.
        let _ = self.failed.set(error);
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed.get().is_some()
    }

    /// How many have finished in it and wait for its commit.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    pub(super) fn waits(&mut self, told: Told) {
        self.waiting.push(told);
    }

    pub(super) async fn set_savepoint(&self) {
        self.must("SAVEPOINT turn").await;
    }

    pub(super) async fn keep_savepoint(&self) {
        self.must("RELEASE turn").await;
    }

    pub(super) async fn undo_savepoint(&self) {
        self.must("ROLLBACK TO turn").await;
        self.must("RELEASE turn").await;
    }

    /// A statement that fails only when the transaction is not what we think it is. The driver's own savepoints are not
    /// used: it counts on after a failure, and then commits something else than it was asked to.
    async fn must(&self, sql: &str) {
        let done = match self.statements() {
            Ok(transaction) => transaction.execute_unprepared(sql).await.map(drop),
            Err(_) => return,
        };
        if let Err(error) = done {
            self.fail(error);
        }
    }
}
