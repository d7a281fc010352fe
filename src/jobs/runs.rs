//! How the jobs went, in a table that all machines share.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use entity::job_runs::{self, Cause, Column};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::Job;
use crate::database::Database;

/// One run of a job.
pub struct Run {
    pub started_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    pub failure: Option<Cause>,
    /// From now until the next.
    pub pause: Duration,
}

/// Makes a row for each job, and forgets those that are no more.
pub async fn register(db: &Database, now: DateTime<Utc>, jobs: &[Job]) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    job_runs::Entity::delete_many().filter(Column::Name.is_not_in(jobs.iter().map(|job| job.name))).exec(&tx).await?;
    let rows = jobs.iter().map(|job| job_runs::ActiveModel {
        name: Set(job.name.to_owned()),
        every_seconds: Set(seconds(job.every)),
        failures: Set(0),
        next_due_at: Set(now),
        ..Default::default()
    });
    let mut known = OnConflict::column(Column::Name);
    known.update_columns([Column::EverySeconds, Column::NextDueAt]);
    job_runs::Entity::insert_many(rows).on_conflict(known).exec_without_returning(&tx).await?;
    tx.commit().await
}

/// Notes how a run went, and how much still waits if the job can tell.
pub async fn note(db: &Database, job: &Job, run: &Run, waiting: Option<u64>) -> Result<(), DbErr> {
    let pause = TimeDelta::from_std(run.pause).unwrap_or_default();
    let waiting = waiting.map(|waiting| i64::try_from(waiting).unwrap_or(i64::MAX));
    let noted = job_runs::Entity::update_many()
        .col_expr(Column::StartedAt, Expr::value(run.started_at))
        .col_expr(Column::NextDueAt, Expr::value(run.ended_at + pause))
        .col_expr(Column::Waiting, Expr::value(waiting))
        .filter(Column::Name.eq(job.name));
    let noted = match run.failure {
        None => {
            noted.col_expr(Column::SucceededAt, Expr::value(run.ended_at)).col_expr(Column::Failures, Expr::value(0))
        }
        Some(cause) => noted
            .col_expr(Column::FailedAt, Expr::value(run.ended_at))
            .col_expr(Column::Cause, Expr::value(cause))
            .col_expr(Column::Failures, Expr::col(Column::Failures).add(1)),
    };
    let tx = db.begin().await?;
    noted.exec(&tx).await?;
    tx.commit().await
}

/// Whole seconds, at least one.
fn seconds(every: Duration) -> i32 {
    i32::try_from(every.as_secs().clamp(1, 1_000_000)).unwrap_or_default()
}
