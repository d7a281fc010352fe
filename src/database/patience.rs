//! How long one request waits for the database, all its statements together.

use std::{cell::Cell, time::Duration};

use sea_orm::{ConnAcquireErr, DbErr};
use tokio::{
    task_local,
    time::{Instant, timeout},
};

task_local! {
    static LEFT: Cell<Duration>;
}

/// Runs a request in which the database may take `patience` in all; what it asks for after that fails as when the database
/// is away. What somebody does besides, such as hashing a password, is not counted.
pub async fn with_patience<F: Future>(patience: Duration, request: F) -> F::Output {
    LEFT.scope(Cell::new(patience), request).await
}

/// Waits for the database as long as the request at hand may. Jobs and commands have no such limit: they wait as long as
/// the database's own limits of a statement and of a lock let them.
pub(super) async fn bounded<T>(work: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
    let Ok(left) = LEFT.try_with(Cell::get) else { return work.await };
    let since = Instant::now();
    let done = timeout(left, work).await;
    // Statements that run beside each other count once, not twice.
    let _ = LEFT.try_with(|now_left| now_left.set(now_left.get().min(left.saturating_sub(since.elapsed()))));
    done.unwrap_or(Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)))
}
