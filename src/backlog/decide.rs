//! Staff say whether the clock writes about what was due before a file came.

use chrono::{DateTime, Utc};
use entity::imports;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use crate::{clock::local_date, database::Database, record::Change, viewer::Viewer};

/// What became of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    Now,
    /// Somebody has said yes before: that stands.
    WroteAlready,
    /// There is no such file.
    Gone,
}

/// Says it of one. A no can become a yes; what was written is written.
pub async fn decide(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    writes: bool,
) -> Result<Decided, DbErr> {
    let tx = db.begin().await?;
    match imports::Entity::find_by_id(id).lock_exclusive().one(&tx).await? {
        None => return Ok(Decided::Gone),
        Some(import) if import.writes => return Ok(Decided::WroteAlready),
        Some(_) => {}
    }
    let decided = imports::ActiveModel {
        id: Set(id),
        decided_on: Set(Some(local_date(now))),
        decided_by: Set(Some(viewer.user_id)),
        writes: Set(writes),
        ..Default::default()
    };
    decided.update(&tx).await?;
    let action = if writes { "written_to" } else { "not_written_to" };
    Change::of(viewer, "import", id, action).write(&tx, now).await?;
    tx.commit().await?;
    Ok(Decided::Now)
}
