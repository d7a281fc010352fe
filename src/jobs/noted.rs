//! How the jobs went lately, in a table that all machines share.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use entity::jobs::{ActiveModel, Cause, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, OnConflict},
};

use super::{ClockJob, Pump};
use crate::database::Database;

/// One run of a pump.
pub struct Run {
    pub started_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    pub failure: Option<Cause>,
    /// From now until the next.
    pub pause: Duration,
}

/// Makes a row for each pump. The rows of others stay: another version may know them.
pub async fn register_pumps(db: &Database, now: DateTime<Utc>, pumps: &[Pump]) -> Result<(), DbErr> {
    let rows = pumps.iter().map(|pump| row(pump.name, i64::try_from(pump.every.as_secs()).unwrap_or_default(), now));
    register(db, rows.collect(), &[Column::EverySeconds, Column::NextDueAt]).await
}

/// The same for the jobs by the clock, which are due when they are.
pub async fn register_jobs(db: &Database, now: DateTime<Utc>, jobs: &[ClockJob]) -> Result<(), DbErr> {
    let known: HashMap<_, _> =
        Entity::find().all(db).await?.into_iter().map(|row| (row.name, row.every_seconds)).collect();
    let rows = jobs.iter().map(|job| row(job.name, job.schedule.period().num_seconds(), now));
    let is_news = |row: &ActiveModel| known.get(row.name.as_ref()) != Some(row.every_seconds.as_ref());
    register(db, rows.filter(is_news).collect(), &[Column::EverySeconds]).await
}

fn row(name: &str, every_seconds: i64, now: DateTime<Utc>) -> ActiveModel {
    ActiveModel {
        name: Set(name.to_owned()),
        every_seconds: Set(i32::try_from(every_seconds.clamp(1, 1_000_000)).unwrap_or_default()),
        failures: Set(0),
        next_due_at: Set(now),
        ..Default::default()
    }
}

async fn register(db: &Database, rows: Vec<ActiveModel>, changing: &[Column]) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let tx = db.begin().await?;
    let mut known = OnConflict::column(Column::Name);
    known.update_columns(changing.iter().copied());
    Entity::insert_many(rows).on_conflict(known).exec_without_returning(&tx).await?;
    tx.commit().await
}

/// Notes how a run of a pump went, and how much still waits if it can tell.
pub async fn note_pump(db: &Database, pump: &Pump, run: &Run, waiting: Option<u64>) -> Result<(), DbErr> {
    let pause = TimeDelta::from_std(run.pause).unwrap_or_default();
    let waiting = waiting.map(|waiting| i64::try_from(waiting).unwrap_or(i64::MAX));
    let noted = of(pump.name)
        .col_expr(Column::StartedAt, Expr::value(run.started_at))
        .col_expr(Column::NextDueAt, Expr::value(run.ended_at + pause))
        .col_expr(Column::Waiting, Expr::value(waiting));
    let noted = match run.failure {
        None => succeeded(noted, run.ended_at),
        Some(cause) => failed(noted, run.ended_at, cause),
    };
    let tx = db.begin().await?;
    noted.exec(&tx).await?;
    tx.commit().await
}

/// Notes in the transaction of a job by the clock that its time is done.
pub async fn note_done(
    tx: &impl ConnectionTrait,
    job: &str,
    now: DateTime<Utc>,
    next_due_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let noted = succeeded(of(job), now).col_expr(Column::NextDueAt, Expr::value(next_due_at));
    noted.exec(tx).await.map(drop)
}

/// Notes that it went wrong.
pub async fn note_failed(tx: &impl ConnectionTrait, job: &str, now: DateTime<Utc>, cause: Cause) -> Result<(), DbErr> {
    failed(of(job), now, cause).exec(tx).await.map(drop)
}

fn of(name: &str) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Name.eq(name))
}

fn succeeded(noted: UpdateMany<Entity>, at: DateTime<Utc>) -> UpdateMany<Entity> {
    noted.col_expr(Column::SucceededAt, Expr::value(at)).col_expr(Column::Failures, Expr::value(0))
}

fn failed(noted: UpdateMany<Entity>, at: DateTime<Utc>, cause: Cause) -> UpdateMany<Entity> {
    noted
        .col_expr(Column::FailedAt, Expr::value(at))
        .col_expr(Column::Cause, Expr::value(cause))
        .col_expr(Column::Failures, Expr::col(Column::Failures).add(1))
}
