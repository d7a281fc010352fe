//! SQLite's one writer, shared fairly: transactions that wait for each other are committed together.
//!
//! A durable commit costs a disk sync. Each transaction runs alone, in a savepoint of the batch that is open; when
//! another one is waiting, it leaves the batch open for it, and the last one syncs for all. Nobody is told that a
//! transaction is written before that sync.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, ExecResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::Transaction;

/// The longest a first transaction may have to wait for later ones, counted in transactions.
const LARGEST_BATCH: usize = 64;

type Outcome = Result<(), Arc<DbErr>>;

struct Batch {
    outer: DatabaseTransaction,
    waiting: Vec<oneshot::Sender<Outcome>>,
}

type Open = Arc<Mutex<Option<Batch>>>;

pub(super) struct Writer {
    connection: DatabaseConnection,
    open: Open,
    queued: Arc<AtomicUsize>,
}

impl Writer {
    pub(super) fn new(connection: DatabaseConnection) -> Self {
        Self { connection, open: Arc::default(), queued: Arc::default() }
    }

    pub(super) async fn begin(&self) -> Result<Transaction, DbErr> {
        let mut turn = self.turn().await;
        let savepoint = turn.batch(&self.connection).await?.begin().await?;
        Ok(Transaction::in_turn(savepoint, turn))
    }

    /// One statement as a transaction. It needs no savepoint: a statement that fails takes itself back.
    pub(super) async fn execute(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut turn = self.turn().await;
        let done = turn.batch(&self.connection).await?.execute_raw(statement).await?;
        turn.commit().await?;
        Ok(done)
    }

    async fn turn(&self) -> Turn {
        let mut ticket = Ticket::take(&self.queued, &self.open);
        let guard = Arc::clone(&self.open).lock_owned().await;
        let turn = Turn { guard: Some(guard), queued: Arc::clone(&self.queued) };
        ticket.served = true;
        turn
    }
}

/// A place in the queue. Given up before its turn came, it sees to it that a batch left open for it is committed.
struct Ticket {
    queued: Arc<AtomicUsize>,
    open: Open,
    served: bool,
}

impl Ticket {
    fn take(queued: &Arc<AtomicUsize>, open: &Open) -> Self {
        queued.fetch_add(1, Ordering::SeqCst);
        Self { queued: Arc::clone(queued), open: Arc::clone(open), served: false }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.queued.fetch_sub(1, Ordering::SeqCst);
        if self.served {
            return;
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (open, queued) = (Arc::clone(&self.open), Arc::clone(&self.queued));
        runtime.spawn(async move {
            let guard = open.lock_owned().await;
            if queued.load(Ordering::SeqCst) == 0 {
                commit_in_background(guard);
            }
        });
    }
}

/// The right to write until it is dropped.
pub(super) struct Turn {
    guard: Option<OwnedMutexGuard<Option<Batch>>>,
    queued: Arc<AtomicUsize>,
}

impl Turn {
    /// The batch that is open, or a new one.
    async fn batch(&mut self, connection: &DatabaseConnection) -> Result<&DatabaseTransaction, DbErr> {
        let Some(guard) = &mut self.guard else {
            return Err(DbErr::Custom("the turn to write is over".into()));
        };
        if guard.is_none() {
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            };
            **guard = Some(Batch { outer: connection.begin_with_options(options).await?, waiting: Vec::new() });
        }
        match guard.as_ref() {
            Some(batch) => Ok(&batch.outer),
            None => Err(DbErr::Custom("no batch is open".into())),
        }
    }

    /// Waits until the batch of this turn is on disk.
    pub(super) async fn commit(mut self) -> Result<(), DbErr> {
        let Some(mut guard) = self.guard.take() else {
            return Err(DbErr::Custom("the turn to write is over".into()));
        };
        let (told, outcome) = oneshot::channel();
        let mut full = false;
        if let Some(batch) = guard.as_mut() {
            batch.waiting.push(told);
            full = batch.waiting.len() >= LARGEST_BATCH;
        }
        if full || self.queued.load(Ordering::SeqCst) == 0 {
            commit_in_background(guard);
        } else {
            self.guard = Some(guard);
        }
        drop(self);
        match outcome.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(DbErr::Custom(error.to_string())),
            Err(_) => Err(DbErr::Custom("the batch was not committed".into())),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(guard) = self.guard.take() else { return };
        if self.queued.load(Ordering::SeqCst) == 0 {
            commit_in_background(guard);
        }
    }
}

/// Commits in a task of its own, so that a caller who goes away takes nobody else's work with it.
fn commit_in_background(mut guard: OwnedMutexGuard<Option<Batch>>) {
    let Some(batch) = guard.take() else { return };
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
    runtime.spawn(async move {
        let outcome = batch.outer.commit().await.map_err(Arc::new);
        for told in batch.waiting {
            // Whoever stopped waiting needs no answer.
            let _ = told.send(outcome.clone());
        }
        drop(guard);
    });
}
