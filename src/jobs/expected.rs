//! What would be done, told without doing it.

use chrono::{DateTime, Utc};
use entity::job_runs::{self, Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{
    ClockJob, plan,
    schedule::{CatchUp, Due},
};
use crate::app::App;

/// One time at which a job is due, or one thing that is to be tried again.
#[derive(Debug, PartialEq)]
pub struct Expected {
    pub job: &'static str,
    pub key: String,
    pub due_at: DateTime<Utc>,
    /// How many things it would find; nothing where it looks for none. What the times before it do is not known yet.
    pub things: Option<usize>,
}

/// All that is due as of now, job by job.
pub async fn expected(app: &App, jobs: &[ClockJob]) -> Result<Vec<Expected>, DbErr> {
    let now = app.clock.now();
    let mut all = Vec::new();
    for job in jobs {
        let begun = begun(&app.db, now, job.name).await?;
        for row in begun {
            let things = if row.item.is_none() { job.would_find(app, row.due_at).await? } else { None };
            all.push(Expected { job: job.name, key: row.key, due_at: row.due_at, things });
        }
        let mut last = plan::last_time(&app.db, now, job.name).await?.map(|row| row.due_at);
        while let Some(Due { key, at }) = job.schedule.missed(job.catch_up, last, now) {
            let things = job.would_find(app, at).await?;
            all.push(Expected { job: job.name, key, due_at: at, things });
            last = Some(at);
            if job.catch_up != CatchUp::Each {
                break;
            }
        }
    }
    Ok(all)
}

/// What was made due before, and is to be tried.
async fn begun(db: &impl ConnectionTrait, now: DateTime<Utc>, job: &str) -> Result<Vec<entity::JobRun>, DbErr> {
    Entity::find()
        .filter(Column::Job.eq(job))
        .filter(job_runs::open())
        .filter(Column::NextTryAt.lte(now))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Key)
        .all(db)
        .await
}

/// The newest time as of which anything was made due: whoever goes back behind it would do things a second time.
pub async fn newest_time(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, DbErr> {
    let times = Entity::find().filter(Column::Item.is_null()).order_by_desc(Column::DueAt);
    Ok(times.one(db).await?.map(|row| row.due_at))
}

/// How much of what is due somebody else has a claim to: a machine that does it, or one that is gone.
pub async fn held_elsewhere(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let held = Entity::find().filter(job_runs::open()).filter(Column::NextTryAt.lte(now));
    held.filter(Column::Claim.is_not_null()).count(db).await
}
