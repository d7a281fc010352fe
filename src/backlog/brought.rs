//! A file was brought in.

use chrono::{DateTime, Utc};
use entity::{imported_things, imports};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid, sea_query::OnConflict};

/// Rows of one statement: a database takes only so many values in one.
const AT_ONCE: usize = 500;

/// Keeps what a file brought in, or told something new of: referrals, courses and mentors. The latest file counts.
pub async fn brought(tx: &impl ConnectionTrait, now: DateTime<Utc>, things: &[Uuid]) -> Result<(), DbErr> {
    if things.is_empty() {
        return Ok(());
    }
    let id = Uuid::now_v7();
    let import = imports::ActiveModel {
        id: Set(id),
        imported_at: Set(now),
        decided_on: Set(None),
        decided_by: Set(None),
        writes: Set(false),
    };
    imports::Entity::insert(import).exec_without_returning(tx).await?;
    for some in things.chunks(AT_ONCE) {
        let rows = some.iter().map(|thing| imported_things::ActiveModel { thing_id: Set(*thing), import_id: Set(id) });
        let once = OnConflict::column(imported_things::Column::ThingId)
            .update_column(imported_things::Column::ImportId)
            .to_owned();
        imported_things::Entity::insert_many(rows).on_conflict(once).exec_without_returning(tx).await?;
    }
    Ok(())
}
