//! How the jobs go, as administrators see it, and another chance for what was set aside.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    Job as Row, JobRun,
    job_runs::{self, Outcome},
    jobs::{self, Column},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
};

use crate::{database::Database, language::Tr, record::Change, viewer::Viewer, word::Worded};

/// A pump may be late by so much: it may be at work, and a success is noted once a minute.
const GRACE: TimeDelta = TimeDelta::minutes(5);
/// How long a job took is looked for among what was done in so many days.
const LOOKED_BACK: TimeDelta = TimeDelta::days(2);

/// How a job goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    Good,
    /// It runs and does not succeed.
    Failing,
    /// It has not succeeded for longer than it should, and does not say why.
    Late,
    /// It runs, and something of it does not.
    SetAside,
    /// Only another version knows it.
    Foreign,
}

impl Worded for JobState {
    const KEY: &'static str = "account-job";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Good, "good", "good"),
        (Self::Failing, "failing", "warn"),
        (Self::Late, "late", "warn"),
        (Self::SetAside, "set-aside", "warn"),
        (Self::Foreign, "foreign", "neutral"),
    ];
}

impl JobState {
    /// Of a job of which so many things are set aside. One that succeeded is late when twice its period has passed since.
    pub fn of(row: &Row, set_aside: usize, now: DateTime<Utc>) -> Self {
        let every = TimeDelta::seconds(row.every_seconds.into());
        let due_at = row.succeeded_at.map_or(row.next_due_at, |at| at + every);
        if sentence(Tr::Danish, &row.name).is_none() {
            Self::Foreign
        } else if row.failures > 0 {
            Self::Failing
        } else if due_at + GRACE.max(every) < now {
            Self::Late
        } else if set_aside > 0 {
            Self::SetAside
        } else {
            Self::Good
        }
    }
}

/// What a job is called; nothing when only another version knows it.
fn sentence(tr: Tr, name: &str) -> Option<String> {
    tr.if_written(format!("job-{name}"))
}

/// What a job is called, in whatever words there are.
pub fn label(tr: Tr, name: &str) -> String {
    sentence(tr, name).unwrap_or_else(|| name.to_owned())
}

/// One line of the page.
pub struct Job {
    pub row: Row,
    pub state: JobState,
    /// What the badge counts.
    pub count: i64,
    /// Milliseconds that the newest time took, with all that it found.
    pub took_ms: Option<i64>,
    /// Times and things that nobody tries any more by themselves.
    pub set_aside: i64,
}

/// Every job, by name.
pub async fn all(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Job>, DbErr> {
    let rows = jobs::Entity::find().order_by_asc(Column::Name).all(db).await?;
    let (aside, took) = (set_aside(db).await?, took(db, now).await?);
    let line = |row: Row| {
        let aside = aside.iter().filter(|run| run.job == row.name).count();
        let state = JobState::of(&row, aside, now);
        let set_aside = i64::try_from(aside).unwrap_or(0);
        let count = if state == JobState::Failing { row.failures.into() } else { set_aside };
        Job { state, count, took_ms: took.get(&row.name).copied(), set_aside, row }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// What nobody tries any more by themselves, the oldest first.
pub async fn set_aside(db: &impl ConnectionTrait) -> Result<Vec<JobRun>, DbErr> {
    let aside = job_runs::Entity::find().filter(job_runs::Column::SetAsideAt.is_not_null());
    aside.order_by_asc(job_runs::Column::SetAsideAt).all(db).await
}

async fn took(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<HashMap<String, i64>, DbErr> {
    let done = job_runs::Entity::find()
        .select_only()
        .columns([job_runs::Column::Job, job_runs::Column::DueAt, job_runs::Column::TookMs])
        .filter(job_runs::Column::DoneAt.gte(now - LOOKED_BACK))
        .filter(job_runs::Column::Outcome.eq(Outcome::Done))
        .filter(job_runs::Column::TookMs.is_not_null())
        .order_by_asc(job_runs::Column::DueAt);
    let mut newest: HashMap<String, (DateTime<Utc>, i64)> = HashMap::new();
    for (job, due_at, took) in done.into_tuple::<(String, DateTime<Utc>, i64)>().all(db).await? {
        let sum = newest.entry(job).or_insert((due_at, 0));
        *sum = if sum.0 == due_at { (due_at, sum.1 + took) } else { (due_at, took) };
    }
    Ok(newest.into_iter().map(|(job, (_, took))| (job, took)).collect())
}

/// How many do not do what they should.
pub async fn troubled(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let is_well = |state| matches!(state, JobState::Good | JobState::Foreign);
    Ok(all(db, now).await?.iter().filter(|job| !is_well(job.state)).count())
}

/// Gives what was set aside all its tries again, from now on. False when there is none.
pub async fn try_again(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<bool, DbErr> {
    let again = job_runs::ActiveModel {
        set_aside_at: Set(None),
        next_try_at: Set(Some(now)),
        tries: Set(0),
        crashes: Set(0),
        ..Default::default()
    };
    let tx = db.begin().await?;
    let aside = job_runs::Entity::update_many().set(again).filter(job_runs::Column::SetAsideAt.is_not_null());
    if aside.filter(job_runs::Column::Id.eq(id)).exec(&tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    Change::of(viewer, "job_run", id, "tried_again").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}
