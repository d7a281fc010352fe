//! Does what is due, a few rows at a time, until nothing is, or until it is told to stop.

use std::{pin::pin, sync::Arc, time::Duration};

use entity::jobs::Cause;
use sea_orm::DbErr;
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep, timeout},
};

use super::{
    ClockJob, LeaseClock,
    attempt::{Attempt, Lost},
    claim::{Claimed, claim},
    going::{Ended, Going, Tally},
    lease::LEASE,
    noted, plan,
    pump::cause,
};
use crate::app::App;

/// Rows done at the same time.
const AT_ONCE: usize = 4;
/// How often it is looked for what has come.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// The longest pause when the database is away.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// What takes longer than this hangs.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// Does the jobs by the clock. Many may do so at once, on many machines.
#[derive(Clone)]
pub struct Runner {
    app: App,
    jobs: Arc<Vec<ClockJob>>,
    lease: LeaseClock,
    /// How long whatever is being done may take to come to its end after a stop.
    grace: Duration,
}

impl Runner {
    pub fn new(app: App, jobs: Vec<ClockJob>, lease: LeaseClock, grace: Duration) -> Self {
        Self { app, jobs: Arc::new(jobs), lease, grace }
    }

    /// Makes the jobs known to whoever looks at the page of jobs.
    pub async fn register(&self) -> Result<(), DbErr> {
        noted::register_jobs(&self.app.db, self.app.clock.now(), &self.jobs).await
    }

    /// Does what is due, again and again, until `stopped` says so.
    pub async fn keep(self, mut stopped: watch::Receiver<bool>) {
        if let Err(error) = self.register().await {
            tracing::error!("the jobs by the clock cannot be listed: {error}");
        }
        let mut pause = LOOK_AGAIN;
        while !is_stopped(&stopped) {
            match self.do_due(&mut stopped).await {
                Ok(_) => pause = LOOK_AGAIN,
                Err(error) => {
                    tracing::error!("the jobs by the clock cannot go on: {error}");
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
            tokio::select! {
                _ = stopped.changed() => return,
                () = sleep(pause) => (),
            }
        }
    }

    /// Does all that is due as of now. What is done by somebody else meanwhile is left to them.
    ///
    /// # Errors
    /// When the database is away. What was taken up is given back where that can be written down.
    pub async fn do_due(&self, stopped: &mut watch::Receiver<bool>) -> Result<Tally, DbErr> {
        let (mut tally, mut going) = (Tally::new(), Going::default());
        let worked = self.work_off(&mut tally, &mut going, stopped).await;
        self.wind_down(&mut tally, going).await?;
        worked.map(|()| tally)
    }

    async fn work_off(
        &self,
        tally: &mut Tally,
        going: &mut Going,
        stopped: &mut watch::Receiver<bool>,
    ) -> Result<(), DbErr> {
        // First of all: where the newest time stands for all, it stands for one that was to be tried again as well.
        self.make_due().await?;
        while !is_stopped(stopped) {
            let is_room = going.len() < AT_ONCE;
            if is_room && let Some((job, claimed)) = self.take_up_unless(tally, going, stopped).await? {
                going.begin(job.name, &claimed, self.clone().attempt(job.clone(), claimed.clone()));
                continue;
            }
            if going.len() == 0 {
                if self.make_due().await? == 0 {
                    return Ok(());
                }
                continue;
            }
            tokio::select! {
                _ = stopped.changed() => (),
                () = going.one_ends(tally) => (),
                () = sleep(LOOK_AGAIN), if is_room => (),
            }
        }
        Ok(())
    }

    async fn make_due(&self) -> Result<u64, DbErr> {
        plan::make_due(&self.app.db, self.app.clock.now(), &self.jobs).await
    }

    /// Takes up what is due next. A stop may come while the database is held by something that is being done: then that may
    /// come to its end first, and what is taken up nevertheless is given back.
    async fn take_up_unless(
        &self,
        tally: &mut Tally,
        going: &mut Going,
        stopped: &mut watch::Receiver<bool>,
    ) -> Result<Option<(&ClockJob, Claimed)>, DbErr> {
        let mut taking = pin!(self.take_up());
        tokio::select! {
            biased;
            taken = &mut taking => return taken,
            _ = stopped.changed() => (),
        }
        // Beside each other: on SQLite one of the two may wait for the other to end its transaction.
        let ((), taken) = tokio::join!(going.come_to_their_end(tally, self.grace), taking);
        if let Some((_, claimed)) = taken? {
            claimed.release(&self.app.db).await?;
        }
        Ok(None)
    }

    async fn take_up(&self) -> Result<Option<(&ClockJob, Claimed)>, DbErr> {
        let names: Vec<_> = self.jobs.iter().map(|job| job.name).collect();
        let claimed = claim(&self.app.db, &self.lease, self.app.clock.now(), &names).await?;
        Ok(claimed.and_then(|claimed| {
            let job = self.jobs.iter().find(|job| job.name == claimed.row.job)?;
            Some((job, claimed))
        }))
    }

    /// Whatever is being done may come to its end; what does not is given back, as if nobody had begun it.
    async fn wind_down(&self, tally: &mut Tally, mut going: Going) -> Result<(), DbErr> {
        going.come_to_their_end(tally, self.grace).await;
        for (job, claimed) in going.held() {
            tracing::info!(job, key = claimed.row.key, "given back, as the program stops");
            claimed.release(&self.app.db).await?;
        }
        Ok(())
    }

    /// Tries one row, and writes down how that ended.
    async fn attempt(self, job: ClockJob, claimed: Claimed) -> Result<Ended, DbErr> {
        let next_due_at = claimed.row.item.is_none().then(|| {
            let now = self.app.clock.now();
            job.schedule.after(&job.schedule.latest(now)).at
        });
        let attempt = Attempt::new(self.app.clone(), claimed.clone(), next_due_at);
        let ended = self.carried_out((job.work_of(claimed.row.item))(attempt), &claimed, job.name).await;
        if let Ended::Failed(cause) = ended {
            tracing::error!(job = job.name, key = claimed.row.key, ?cause, "a job did not succeed");
            let (tx, now) = (self.app.db.begin().await?, self.app.clock.now());
            claimed.fail(&tx, now, cause).await?;
            if claimed.row.item.is_none() {
                noted::note_failed(&tx, job.name, now, cause).await?;
            }
            tx.commit().await?;
        }
        Ok(ended)
    }

    /// In a task of its own: a panic ends that and nothing else. Its claim is renewed as long as it goes on.
    async fn carried_out(
        &self,
        work: impl Future<Output = anyhow::Result<()>> + Send + 'static,
        claimed: &Claimed,
        job: &'static str,
    ) -> Ended {
        let mut doing = JoinSet::new();
        doing.spawn(work);
        let ended = tokio::select! {
            ended = timeout(LONGEST, doing.join_next()) => ended,
            () = self.hold(claimed) => return Ended::Lost,
        };
        match ended {
            Ok(Some(Ok(Ok(())))) => Ended::Done,
            Ok(Some(Ok(Err(error)))) if error.is::<Lost>() => Ended::Lost,
            Ok(Some(Ok(Err(error)))) => Ended::Failed(cause(job, &error)),
            Ok(Some(Err(_)) | None) => Ended::Failed(Cause::Panicked),
            Err(_) => Ended::Failed(Cause::Failed),
        }
    }

    /// Renews a claim three times in its lease; ends when somebody else has it.
    async fn hold(&self, claimed: &Claimed) {
        let third = (LEASE / 3).to_std().unwrap_or(LOOK_AGAIN);
        let mut third = interval(third);
        third.set_missed_tick_behavior(MissedTickBehavior::Delay);
        third.tick().await;
        loop {
            third.tick().await;
            match claimed.renew(&self.app.db, &self.lease).await {
                Ok(true) => (),
                Ok(false) => return,
                Err(error) => tracing::warn!("a claim cannot be renewed: {error}"),
            }
        }
    }
}

/// Whether whoever began it has said so, or is gone.
fn is_stopped(stopped: &watch::Receiver<bool>) -> bool {
    *stopped.borrow() || stopped.has_changed().is_err()
}
