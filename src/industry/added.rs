//! The words that staff added, and the vocabulary with them in it.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use entity::{
    VocabularyWord,
    mentor_industries::IndustrySystem,
    vocabulary_words::{self, Column, Entity},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, SqlErr, prelude::Uuid,
};

use super::codes::IndustryCode;
use super::vocabulary::Vocabulary;
use super::word::Word;

/// A word that is to lead to an industry.
#[derive(Clone, Debug, PartialEq)]
pub struct NewWord {
    /// One word or a few, in small letters.
    pub text: String,
    pub code: IndustryCode,
}

/// Why a word was not added; keys of sentences.
#[derive(Debug, thiserror::Error)]
pub enum AddWordError {
    /// It was added before, maybe for another industry.
    #[error("vocabulary-already-added")]
    AlreadyAdded,
    #[error("vocabulary-already-known")]
    AlreadyKnown,
    #[error(transparent)]
    Db(DbErr),
}

impl From<DbErr> for AddWordError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::AlreadyAdded,
            _ => Self::Db(error),
        }
    }
}

type Row = (String, IndustrySystem, String);

/// The vocabulary of the last rows read; made again only when the rows differ.
static KEPT: RwLock<Option<(Vec<Row>, Arc<Vocabulary>)>> = RwLock::new(None);

/// The vocabulary of the data files with every word that staff added: one small query.
pub async fn vocabulary(db: &impl ConnectionTrait) -> Result<Arc<Vocabulary>, DbErr> {
    let columns = [Column::Word, Column::System, Column::Code];
    let rows: Vec<Row> =
        Entity::find().select_only().columns(columns).order_by_asc(Column::Id).into_tuple().all(db).await?;
    if rows.is_empty() {
        return Ok(Vocabulary::shared_standard());
    }
    let kept = KEPT.read().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, vocabulary)) = kept.filter(|(known, _)| *known == rows) {
        return Ok(vocabulary);
    }
    let words = rows.iter().filter_map(|(word, system, code)| Word::new(word, &IndustryCode::new(*system, code).ok()?));
    let vocabulary = Arc::new(Vocabulary::standard().with_words(words));
    *KEPT.write().unwrap_or_else(PoisonError::into_inner) = Some((rows, Arc::clone(&vocabulary)));
    Ok(vocabulary)
}

/// Adds a word, unless it leads there already.
pub async fn add_word(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Uuid,
    new: &NewWord,
) -> Result<VocabularyWord, AddWordError> {
    if Entity::find().filter(Column::Word.eq(&new.text)).one(tx).await?.is_some() {
        return Err(AddWordError::AlreadyAdded);
    }
    if Vocabulary::standard().leads_to(&new.text, &new.code) {
        return Err(AddWordError::AlreadyKnown);
    }
    let row = vocabulary_words::ActiveModel {
        id: Set(Uuid::now_v7()),
        word: Set(new.text.clone()),
        system: Set(new.code.system()),
        code: Set(new.code.code()),
        added_by: Set(Some(by)),
        added_at: Set(now),
    };
    Ok(row.insert(tx).await?)
}

/// Takes an added word out again; says whether it was there.
pub async fn remove_word(tx: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::delete_by_id(id).exec(tx).await?.rows_affected == 1)
}

/// The code that an added word leads to; none when the classification no longer knows it.
pub fn code_of_word(word: &VocabularyWord) -> Option<IndustryCode> {
    IndustryCode::new(word.system, &word.code).ok()
}
