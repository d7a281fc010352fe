//! What is due: the times that nobody has taken up yet. Whoever inserts the row of a time has made it due; all others find
//! it there.

use chrono::{DateTime, Utc};
use entity::{
    JobRun,
    job_runs::{self, ActiveModel, Column, Entity, Outcome},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
    sea_query::{Expr, OnConflict},
};

use super::{
    ClockJob,
    schedule::{CatchUp, Due},
};
use crate::database::Database;

/// Makes a row for the next time of each job that has one as of this instant; how many that were.
pub async fn make_due(db: &Database, now: DateTime<Utc>, jobs: &[ClockJob]) -> Result<u64, DbErr> {
    let mut due = Vec::new();
    for job in jobs {
        due.extend(next_missed(db, now, job).await?.map(|due| (job, due)));
    }
    // Most of the time there is nothing, and to find that out must not cost a write.
    if due.is_empty() {
        return Ok(0);
    }
    // In one order on all machines, so that no two wait for each other.
    due.sort_by_key(|(job, _)| job.name);
    let (tx, mut made) = (db.begin().await?, 0);
    for (job, due) in due {
        made += insert(&tx, now, job, due).await?;
    }
    tx.commit().await?;
    Ok(made)
}

/// The next time of a job that nobody has taken up. One after the other: where each counts, the next waits for the one
/// before to be done.
///
/// What lies in the future is left out: a clock that was ahead holds nothing up after it is put right.
async fn next_missed(db: &impl ConnectionTrait, now: DateTime<Utc>, job: &ClockJob) -> Result<Option<Due>, DbErr> {
    let last = last_time(db, now, job.name).await?;
    let is_open = last.as_ref().is_some_and(|last| last.next_try_at.is_some());
    if is_open && job.catch_up == CatchUp::Each {
        return Ok(None);
    }
    Ok(job.schedule.missed(job.catch_up, last.map(|last| last.due_at), now))
}

/// The newest time of a job that is not after this instant and was taken up.
pub(super) async fn last_time(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    job: &str,
) -> Result<Option<JobRun>, DbErr> {
    job_runs::times_of(job).filter(Column::DueAt.lte(now)).order_by_desc(Column::DueAt).one(db).await
}

async fn insert(tx: &impl ConnectionTrait, now: DateTime<Utc>, job: &ClockJob, due: Due) -> Result<u64, DbErr> {
    let at = due.at;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        job: Set(job.name.to_owned()),
        key: Set(due.key),
        item: Set(None),
        due_at: Set(due.at),
        next_try_at: Set(Some(due.at)),
        tries: Set(0),
        crashes: Set(0),
        ..Default::default()
    };
    let once = OnConflict::columns([Column::Job, Column::Key]).do_nothing().to_owned();
    let rows = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if rows == 1 && job.catch_up != CatchUp::Each {
        supersede(tx, job.name, now, at).await?;
    }
    Ok(rows)
}

/// Where the newest time stands for all, an older one that never came to its end is not tried beside it.
async fn supersede(tx: &impl ConnectionTrait, job: &str, now: DateTime<Utc>, at: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NextTryAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::SetAsideAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::DoneAt, Expr::value(now))
        .col_expr(Column::Outcome, Expr::value(Outcome::Superseded))
        .filter(Column::Job.eq(job))
        .filter(Column::Item.is_null())
        .filter(Column::DoneAt.is_null())
        .filter(Column::DueAt.lt(at))
        .filter(Column::Claim.is_null())
        .exec(tx)
        .await
        .map(drop)
}
