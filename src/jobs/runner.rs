//! Does what is due, a few rows at a time, until nothing is, or until it is told to stop.

use std::{collections::BTreeMap, pin::pin, sync::Arc, time::Duration};

use entity::jobs::Cause;
use sea_orm::DbErr;
use tokio::{
    sync::watch,
    task::{Id, JoinError, JoinSet},
    time::{MissedTickBehavior, interval, sleep, timeout},
};

use super::{
    ClockJob, LeaseClock,
    attempt::{Attempt, Lost},
    claim::{Claimed, claim},
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

/// What became of what was taken up, in numbers by job.
pub type Tally = BTreeMap<&'static str, Counted>;

/// What came to its end: times at which the job was due, and things that it found then; and what did not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    pub times: usize,
    pub things: usize,
    pub failed: usize,
}

/// Does the jobs by the clock. Many may do so at once, on many machines.
#[derive(Clone)]
pub struct Runner {
    app: App,
    jobs: Arc<Vec<ClockJob>>,
    lease: LeaseClock,
    /// How long whatever is being done may take to come to its end after a stop.
    grace: Duration,
}

/// How one try ended.
enum Ended {
    Done,
    Failed(Cause),
    /// Somebody else has it.
    Lost,
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
        while !is_stopped(stopped) {
            let is_room = going.tries.len() < AT_ONCE;
            if is_room && let Some((job, claimed)) = self.take_up_unless(tally, going, stopped).await? {
                going.begin(job.name, &claimed, self.clone().attempt(job.clone(), claimed.clone()));
                continue;
            }
            if going.tries.is_empty() {
                if plan::make_due(&self.app.db, self.app.clock.now(), &self.jobs).await? == 0 {
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
            _ = stopped.changed() => going.come_to_their_end(tally, self.grace).await,
        }
        if let Some((_, claimed)) = taking.await? {
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
        for (_, job, claimed) in going.held {
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

/// What is being done right now, and the claims to it.
#[derive(Default)]
struct Going {
    tries: JoinSet<Result<Ended, DbErr>>,
    held: Vec<(Id, &'static str, Claimed)>,
}

impl Going {
    fn begin(
        &mut self,
        job: &'static str,
        claimed: &Claimed,
        attempt: impl Future<Output = Result<Ended, DbErr>> + Send + 'static,
    ) {
        let id = self.tries.spawn(attempt).id();
        self.held.push((id, job, claimed.clone()));
    }

    /// What does not come to its end in this time is broken off, and stays held.
    async fn come_to_their_end(&mut self, tally: &mut Tally, grace: Duration) {
        let ending = async {
            while !self.tries.is_empty() {
                self.one_ends(tally).await;
            }
        };
        // Whether it was long enough shows in what is still held.
        let _ = timeout(grace, ending).await;
        self.tries.shutdown().await;
    }

    /// Waits for one of them, and counts it. One that could not write down how it ended leaves its claim to run out.
    async fn one_ends(&mut self, tally: &mut Tally) {
        let Some(ended) = self.tries.join_next_with_id().await else { return };
        let id = ended.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
        let Some(place) = self.held.iter().position(|(of, ..)| *of == id) else { return };
        let (_, job, claimed) = self.held.swap_remove(place);
        let counted = tally.entry(job).or_default();
        match ended {
            Ok((_, Ok(Ended::Done))) if claimed.row.item.is_some() => counted.things += 1,
            Ok((_, Ok(Ended::Done))) => counted.times += 1,
            Ok((_, Ok(Ended::Lost))) => (),
            Ok((_, Ok(Ended::Failed(_)))) | Err(_) => counted.failed += 1,
            Ok((_, Err(error))) => {
                tracing::error!(job, "how it ended cannot be written down: {error}");
                counted.failed += 1;
            }
        }
    }
}
