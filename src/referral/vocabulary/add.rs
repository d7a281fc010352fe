//! Teaches the vocabulary a word, and reads the wishes again that nobody understood.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;

use super::{history::change, solve};
use crate::{
    clock::local_date,
    database::Database,
    industry::{self, AddWordError, NewWord},
    viewer::Viewer,
};

/// Adds a word to the vocabulary for good, and returns its id.
pub async fn add(db: &Database, now: DateTime<Utc>, viewer: &Viewer, new: &NewWord) -> Result<Uuid, AddWordError> {
    let tx = db.begin().await?;
    let word = industry::add_word(&tx, now, viewer.user_id, new).await?;
    solve::solve(&tx, local_date(now), word.id).await?;
    change(viewer, word.id, "added", &new.text, Some(&new.code)).write(&tx, now).await?;
    tx.commit().await?;
    Ok(word.id)
}
