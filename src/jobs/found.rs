//! What a job finds when it is due: a row for each thing, so that each is done by itself, by whoever has time.

use std::collections::HashSet;

use entity::job_runs::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
    sea_query::OnConflict,
};

use super::{attempt::Attempt, clock_job::Finder};

/// Rows of one statement: a database takes only so many values in one.
const AT_ONCE: usize = 500;

/// Looks for what there is to do, and makes a row for each thing that has no unfinished one.
pub async fn find_items(attempt: Attempt, find: Finder) -> anyhow::Result<()> {
    let found = find(attempt.app.clone(), attempt.at()).await?;
    let tx = attempt.app.db.begin().await?;
    let unfinished = unfinished(&tx, &attempt.claimed.row.job).await?;
    let new: Vec<_> = found.into_iter().filter(|id| !unfinished.contains(id)).map(|id| row(&attempt, id)).collect();
    for rows in new.chunks(AT_ONCE) {
        let once = OnConflict::columns([Column::Job, Column::Key]).do_nothing().to_owned();
        Entity::insert_many(rows.iter().cloned()).on_conflict(once).exec_without_returning(&tx).await?;
    }
    attempt.commit(tx).await
}

/// A thing that waits for its next try, or was set aside, is not begun anew.
async fn unfinished(tx: &impl ConnectionTrait, job: &str) -> Result<HashSet<Uuid>, DbErr> {
    let items = Entity::find()
        .select_only()
        .column(Column::Item)
        .filter(Column::Job.eq(job))
        .filter(Column::Item.is_not_null())
        .filter(Column::DoneAt.is_null());
    Ok(items.into_tuple::<Uuid>().all(tx).await?.into_iter().collect())
}

fn row(attempt: &Attempt, item: Uuid) -> ActiveModel {
    let of = &attempt.claimed.row;
    ActiveModel {
        id: Set(Uuid::now_v7()),
        job: Set(of.job.clone()),
        key: Set(format!("{}/{item}", of.key)),
        item: Set(Some(item)),
        due_at: Set(of.due_at),
        next_try_at: Set(Some(of.due_at)),
        tries: Set(0),
        crashes: Set(0),
        ..Default::default()
    }
}
