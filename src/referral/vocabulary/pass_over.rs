//! Passes over a word that says nothing about an industry, and takes that back.

use chrono::{DateTime, NaiveDate, Utc};
use entity::unknown_words::{self, Entity};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QuerySelect, prelude::Uuid};

use super::{RemoveError, history::change};
use crate::{clock::local_date, database::Database, viewer::Viewer};

/// Takes a word off the list: it says nothing about an industry. It stays away when it comes again.
pub async fn pass_over(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), RemoveError> {
    set(db, now, viewer, id, Some(local_date(now))).await
}

/// Puts a word back on the list.
pub async fn take_back(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), RemoveError> {
    set(db, now, viewer, id, None).await
}

/// A second click changes nothing and leaves no second line in the change log.
async fn set(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    passed_over_on: Option<NaiveDate>,
) -> Result<(), RemoveError> {
    let tx = db.begin().await?;
    let found = Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let word = found.ok_or(RemoveError::NotFound)?;
    if word.passed_over_on.is_some() == passed_over_on.is_some() {
        return Ok(());
    }
    let changed = unknown_words::ActiveModel { id: Set(id), passed_over_on: Set(passed_over_on), ..Default::default() };
    changed.update(&tx).await?;
    let action = if passed_over_on.is_some() { "passed-over" } else { "taken-back" };
    change(viewer, id, action, &word.word, None).write(&tx, now).await?;
    Ok(tx.commit().await?)
}
