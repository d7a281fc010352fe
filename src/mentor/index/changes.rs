//! The order of committed changes, as the index follows it.

use entity::index_changes::{Column, Entity};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};

use crate::database::Database;

/// Changes kept for indexes that follow; one that is further behind is built again.
const KEPT: i64 = 100_000;
/// More mentors than this at once are faster built again.
const MOST: usize = 5_000;

/// What happened since an index was last brought up to date.
pub(super) enum News {
    None,
    /// These mentors changed, and the number of the last change.
    Changed(Vec<Uuid>, u64),
    /// The changes cannot be followed: build again.
    TooMuch,
}

/// The number of the last change; 0 when there is none.
pub(super) async fn last(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let newest = Entity::find().select_only().column(Column::Sequence).order_by_desc(Column::Sequence);
    let newest = newest.into_tuple::<i64>().one(db).await?;
    Ok(newest.and_then(|newest| newest.try_into().ok()).unwrap_or_default())
}

/// The number of the last change, once every change with a lower number is committed or given up.
pub(super) async fn settled(db: &Database) -> Result<u64, DbErr> {
    if db.get_database_backend() != DbBackend::Postgres {
        return last(db).await;
    }
    let tx = db.begin().await?;
    wait_for_writers(&tx).await?;
    let last = last(&tx).await?;
    tx.commit().await?;
    Ok(last)
}

/// What happened after change number `known`.
pub(super) async fn since(db: &Database, known: u64) -> Result<News, DbErr> {
    if last(db).await? == known {
        return Ok(News::None);
    }
    if db.get_database_backend() != DbBackend::Postgres {
        return read(db, known).await;
    }
    let tx = db.begin().await?;
    wait_for_writers(&tx).await?;
    let news = read(&tx, known).await?;
    tx.commit().await?;
    Ok(news)
}

/// PostgreSQL hands out numbers before it commits, so a lower one may become visible after a higher one. Whoever has
/// written a change holds the table until the end of the transaction; this waits for them all.
async fn wait_for_writers(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    // Whoever writes after this waits for it in turn: better try again soon than keep them waiting behind a long import.
    tx.execute_unprepared("SET LOCAL lock_timeout = '1s'").await?;
    tx.execute_unprepared("LOCK TABLE index_changes IN SHARE MODE").await?;
    Ok(())
}

async fn read(db: &impl ConnectionTrait, known: u64) -> Result<News, DbErr> {
    let after = i64::try_from(known).unwrap_or(i64::MAX);
    let oldest = Entity::find().select_only().column(Column::Sequence).order_by_asc(Column::Sequence);
    let oldest = oldest.into_tuple::<i64>().one(db).await?.unwrap_or_default();
    let last = last(db).await?;
    // A number that the database never reached: another database, or an older state of it, was put in its place.
    if last < known || oldest > after.saturating_add(1) {
        return Ok(News::TooMuch);
    }
    let changed = Entity::find().select_only().column(Column::MentorId).distinct().filter(Column::Sequence.gt(after));
    let changed: Vec<Uuid> = changed.limit(MOST as u64 + 1).into_tuple().all(db).await?;
    Ok(if changed.len() > MOST { News::TooMuch } else { News::Changed(changed, last) })
}

/// Forgets changes that every index has long taken in.
pub(super) async fn forget_old(db: &Database) -> Result<(), DbErr> {
    let last = i64::try_from(last(db).await?).unwrap_or(i64::MAX);
    let tx = db.begin().await?;
    Entity::delete_many().filter(Column::Sequence.lte(last - KEPT)).exec(&tx).await?;
    tx.commit().await
}
