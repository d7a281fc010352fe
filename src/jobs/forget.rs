//! What was done long ago is forgotten.

use chrono::{DateTime, TimeDelta, Utc};
use entity::job_runs::{Column, Entity};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

/// For so many days it is known what was done and how long it took.
const KEPT_DAYS: i64 = 90;

/// Forgets what was due before that and is done, but for the newest time of each job: what comes after it is what was
/// missed. What is not done stays, also of a job that only another version knows.
pub async fn forget_old_runs(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let before = now - TimeDelta::days(KEPT_DAYS);
    let newest = Entity::find()
        .select_only()
        .column(Column::Job)
        .column_as(Column::DueAt.max(), "newest")
        .filter(Column::Item.is_null())
        .group_by(Column::Job);
    let newest = newest.into_tuple::<(String, DateTime<Utc>)>().all(tx).await?;
    let still_counts = newest.into_iter().filter(|(_, at)| *at < before);
    let kept = still_counts.fold(Condition::any(), |kept, (job, at)| {
        kept.add(Column::Job.eq(job).and(Column::DueAt.eq(at)).and(Column::Item.is_null()))
    });
    let mut old = Entity::delete_many().filter(Column::DueAt.lt(before)).filter(Column::DoneAt.is_not_null());
    if !kept.is_empty() {
        old = old.filter(kept.not());
    }
    old.exec(tx).await.map(drop)
}
