//! How the jobs go, as administrators see it.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    JobRun,
    job_runs::{self, Column},
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder};

use crate::word::Worded;

/// A job may be late by so much, or by three times its pace if that is longer: it may be at work, and a success is
/// noted once a minute.
const GRACE: TimeDelta = TimeDelta::minutes(5);

/// How a job goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    Good,
    /// It runs and does not succeed.
    Failing,
    /// It has not succeeded for longer than it should, and does not say why.
    Late,
}

impl Worded for JobState {
    const KEY: &'static str = "account-job";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Good, "good", "good"), (Self::Failing, "failing", "warn"), (Self::Late, "late", "warn")];
}

impl JobState {
    pub fn of(run: &JobRun, now: DateTime<Utc>) -> Self {
        let every = TimeDelta::seconds(run.every_seconds.into());
        let due_at = run.succeeded_at.map_or(run.next_due_at, |at| at + every);
        if run.failures > 0 {
            Self::Failing
        } else if due_at + GRACE.max(every * 3) < now {
            Self::Late
        } else {
            Self::Good
        }
    }
}

/// One line of the page.
pub struct Job {
    pub run: JobRun,
    pub state: JobState,
}

/// Every job, by name.
pub async fn all(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Job>, DbErr> {
    let runs = job_runs::Entity::find().order_by_asc(Column::Name).all(db).await?;
    Ok(runs.into_iter().map(|run| Job { state: JobState::of(&run, now), run }).collect())
}

/// How many do not do what they should.
pub async fn troubled(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<usize, DbErr> {
    Ok(all(db, now).await?.iter().filter(|job| job.state != JobState::Good).count())
}
