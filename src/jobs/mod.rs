//! Everything that runs by the clock, in one table. Each job is safe to run twice, and on several machines.

mod job;
mod runs;
mod table;

pub use crate::today::LETTERS;
pub use job::{Job, LONGEST_PAUSE};

use tokio::{sync::watch, task::JoinSet};

use crate::app::App;

/// Runs every job at its pace until `stopped` says so. A job that has begun is finished first.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
    run_these(table::all(), app.clone(), stopped).await;
    if let Err(error) = app.security.write_waiting(&app.db, app.clock.now()).await {
        tracing::error!("the security log cannot be written: {error}");
    }
}

/// Runs jobs beside each other, each in a task of its own: one that fails or panics is begun again, and the others go on.
pub async fn run_these(jobs: Vec<Job>, app: App, stopped: watch::Receiver<bool>) {
    if let Err(error) = runs::register(&app.db, app.clock.now(), &jobs).await {
        tracing::error!("the jobs cannot be listed: {error}");
    }
    let mut running = JoinSet::new();
    for job in jobs {
        running.spawn(job.keep(app.clone(), stopped.clone()));
    }
    while running.join_next().await.is_some() {}
}
