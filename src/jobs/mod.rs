//! Everything that the platform does by itself, in one table of two kinds.
//!
//! A pump runs all the time, on each machine, and does whatever is there. A job by the clock is due at certain times, and is
//! done once for each, on whichever machine: a row of `job_runs` says who does it, and that it is done.

mod attempt;
mod claim;
mod clock_job;
mod expected;
mod forget;
mod found;
mod going;
mod lease;
mod noted;
mod plan;
mod pump;
mod runner;
pub mod schedule;
mod table;

pub use crate::today::LETTERS;
pub use clock_job::ClockJob;
pub use expected::{Expected, expected, held_elsewhere, newest_time};
pub use going::Tally;
pub use lease::LeaseClock;
pub use pump::{LONGEST_PAUSE, Pump};
pub use runner::Runner;
pub use table::jobs;

use std::time::Duration;

use tokio::{sync::watch, task::JoinSet};

use crate::app::App;

/// How long whatever is being done may take to come to its end after the program was told to stop.
pub const GRACE: Duration = Duration::from_secs(10);

/// Runs the pumps and the jobs by the clock until `stopped` says so. A pump that has begun is finished first.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
    let runner = Runner::new(app.clone(), table::jobs(), LeaseClock::of(&app.db), GRACE);
    let by_the_clock = tokio::spawn(runner.keep(stopped.clone()));
    run_these(table::pumps(), app.clone(), stopped).await;
    if by_the_clock.await.is_err() {
        tracing::error!("the jobs by the clock ended with a panic");
    }
    if let Err(error) = app.security.write_waiting(&app.db, app.clock.now()).await {
        tracing::error!("the security log cannot be written: {error}");
    }
}

/// Runs pumps beside each other, each in a task of its own: one that fails or panics is begun again, and the others go on.
pub async fn run_these(pumps: Vec<Pump>, app: App, stopped: watch::Receiver<bool>) {
    if let Err(error) = noted::register_pumps(&app.db, app.clock.now(), &pumps).await {
        tracing::error!("the jobs cannot be listed: {error}");
    }
    let mut running = JoinSet::new();
    for pump in pumps {
        running.spawn(pump.keep(app.clone(), stopped.clone()));
    }
    while running.join_next().await.is_some() {}
}
