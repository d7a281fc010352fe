//! Takes an added word out of the vocabulary again.

use chrono::{DateTime, Utc};
use entity::vocabulary_words;
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::{history::change, solve};
use crate::{database::Database, industry, viewer::Viewer};

#[derive(Debug, thiserror::Error)]
pub enum RemoveError {
    #[error("there is no such word")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Removes a word that staff added. Wishes that only this word explained are unknown again; what a person has
/// confirmed on a referral stays.
pub async fn remove(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), RemoveError> {
    let tx = db.begin().await?;
    let word = vocabulary_words::Entity::find_by_id(id).one(&tx).await?.ok_or(RemoveError::NotFound)?;
    let affected = solve::solved_by(&tx, id).await?;
    solve::let_go(&tx, id).await?;
    industry::remove_word(&tx, id).await?;
    solve::reconsider(&tx, affected).await?;
    let code = industry::code_of_word(&word);
    change(viewer, id, "removed", &word.word, code.as_ref()).write(&tx, now).await?;
    Ok(tx.commit().await?)
}
