//! A pump: work that is done again and again at a short pace, whatever is there, and how it is kept going.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use entity::jobs::Cause;
use sea_orm::DbErr;
use tokio::{sync::watch, time::sleep};

use super::noted::{self, Run};
use crate::app::App;

/// How exactly the last success is known; writing it each time would cost a commit every half second.
const NOTED_EVERY: TimeDelta = TimeDelta::seconds(60);
/// The first pause after a failure, whatever the pace of the job.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_FIRST_PAUSE: Duration = Duration::from_secs(60);
/// The longest pause of a job that goes on failing; one that runs less often keeps its pace.
pub const LONGEST_PAUSE: Duration = Duration::from_secs(600);

type Doing<T> = Pin<Box<dyn Future<Output = T> + Send>>;
type Doer<T> = Arc<dyn Fn(App) -> Doing<T> + Send + Sync>;

/// Something that is done again and again. It finds what there is to do by itself, so that it is of no use to know when it
/// was done.
pub struct Pump {
    /// As in the table `jobs`, and in the keys `job-…`.
    pub name: &'static str,
    pub every: Duration,
    work: Doer<Result<(), Cause>>,
    waiting: Option<Doer<Result<u64, DbErr>>>,
}

impl Pump {
    pub fn new<F, T, E>(name: &'static str, every: Duration, work: impl Fn(App) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + Send + 'static,
        E: Into<anyhow::Error>,
    {
        let work = Arc::new(move |app| {
            let done = work(app);
            Box::pin(async move { done.await.map(drop).map_err(|error| cause(name, &error.into())) }) as Doing<_>
        });
        Self { name, every, work, waiting: None }
    }

    /// The same pump, which can count what still waits for it.
    #[must_use]
    pub fn counting<F>(self, waiting: impl Fn(App) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<u64, DbErr>> + Send + 'static,
    {
        Self { waiting: Some(Arc::new(move |app| Box::pin(waiting(app)) as Doing<_>)), ..self }
    }

    /// Runs the job at its pace until `stopped` says so, and later after each failure.
    pub(super) async fn keep(self, app: App, mut stopped: watch::Receiver<bool>) {
        let (mut failures, mut noted): (u32, Option<DateTime<Utc>>) = (0, None);
        let mut pause = Duration::ZERO;
        loop {
            tokio::select! {
                biased;
                _ = stopped.changed() => return,
                () = sleep(pause) => (),
            }
            let started_at = app.clock.now();
            // A task of its own: a panic ends that and nothing else.
            let failure = match tokio::spawn((self.work)(app.clone())).await {
                Ok(done) => done.err(),
                Err(_) => Some(Cause::Panicked),
            };
            if let Some(cause) = failure {
                tracing::error!(job = self.name, ?cause, "a job did not succeed");
            }
            let is_news = failure.is_some() || failures > 0;
            failures = if failure.is_some() { failures.saturating_add(1) } else { 0 };
            pause = self.pause_after(failures);
            if is_news || noted.is_none_or(|at| started_at - at >= NOTED_EVERY) {
                let run = Run { started_at, ended_at: app.clock.now(), failure, pause };
                noted = self.note(&app, &run).await.or(noted);
            }
        }
    }

    /// Writes down how a run went. When it was written; nothing when it could not be.
    async fn note(&self, app: &App, run: &Run) -> Option<DateTime<Utc>> {
        let waiting = match &self.waiting {
            Some(count) => tokio::spawn(count(app.clone())).await.ok().and_then(Result::ok),
            None => None,
        };
        match noted::note_pump(&app.db, self, run, waiting).await {
            Ok(()) => Some(run.started_at),
            Err(error) => {
                tracing::warn!(job = self.name, "how a job went cannot be noted: {error}");
                None
            }
        }
    }

    pub fn pause_after(&self, failures: u32) -> Duration {
        let Some(doublings) = failures.checked_sub(1) else { return self.every };
        let first = self.every.clamp(SHORTEST_PAUSE, LONGEST_FIRST_PAUSE);
        first.saturating_mul(1 << doublings.min(16)).min(self.every.max(LONGEST_PAUSE))
    }
}

/// What an error is called where people see it; what it says is for the log.
pub(super) fn cause(job: &str, error: &anyhow::Error) -> Cause {
    tracing::error!(job, "{error:#}");
    if error.chain().any(|cause| cause.is::<DbErr>()) { Cause::Database } else { Cause::Failed }
}
