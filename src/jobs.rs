//! Everything that runs by the clock, in one table. Each job is safe to run twice, and on several machines.

use std::time::Duration;

use tokio::{sync::watch, time::interval};

use crate::{account, app::App};

/// Runs every job at its pace until `stopped` says so.
pub async fn run(app: App, mut stopped: watch::Receiver<bool>) {
    let mut hourly = interval(Duration::from_secs(3600));
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            _ = hourly.tick() => report("account clean-up", account::clean_up(&app.db, app.clock.now()).await),
        }
    }
}

/// A job that failed runs again at its next turn; the operator hears of it.
fn report<T, E: std::fmt::Display>(job: &str, outcome: Result<T, E>) {
    if let Err(error) = outcome {
        tracing::error!(job, "{error:#}");
    }
}
