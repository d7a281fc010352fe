//! Searches the words of the vocabulary, those of the data files and those that staff added.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    forms::WordsFilter,
    queries::{AddedWord, added_words},
};
use crate::{
    folded::contains,
    industry::{self, IndustryCode, Vocabulary, Word},
    language::Tr,
    list::{Asked, Found, in_danish_order},
};

/// A word with the industry that it leads to, in the reader's language.
#[derive(Clone, Debug)]
pub struct FoundWord {
    pub word: String,
    pub code: IndustryCode,
    pub industry: String,
    /// Who added it and when; none when it has been there from the start.
    pub added: Option<Added>,
}

#[derive(Clone, Debug)]
pub struct Added {
    pub id: Uuid,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// A page of what was found; of the many words that were there from the start only what is searched for. One query: the
/// words themselves are in memory.
pub async fn page_of(db: &impl ConnectionTrait, tr: Tr, asked: &Asked<WordsFilter>) -> Result<Found<FoundWord>, DbErr> {
    let added = added_words(db).await?.into_iter().filter_map(|word| of_staff(tr, word));
    let is_searched = !asked.q.trim().is_empty() || !asked.industry.is_empty();
    let standard = Vocabulary::standard().words().iter().filter(|_| asked.added != "yes" && is_searched);
    let standard = standard.map(|word| of_file(tr, word));
    let found: Vec<FoundWord> = added.chain(standard).filter(|word| matches(word, asked)).collect();
    Ok(Found::of_all(found, asked, (&["word", "industry", "added"], false), compare))
}

fn of_staff(tr: Tr, word: AddedWord) -> Option<FoundWord> {
    let code = industry::code_of_word(&word.word)?;
    let added = Added { id: word.word.id, by: word.by_name.unwrap_or_default(), at: word.word.added_at };
    Some(FoundWord { industry: industry::name(tr, &code), word: word.word.word, code, added: Some(added) })
}

fn of_file(tr: Tr, word: &Word) -> FoundWord {
    let code = word.db25.clone();
    FoundWord { word: word.text.clone(), industry: industry::name(tr, &code), code, added: None }
}

fn matches(word: &FoundWord, filter: &WordsFilter) -> bool {
    let in_text = contains(&word.word, &filter.q)
        || contains(&word.industry, &filter.q)
        || word.code.code().starts_with(filter.q.trim());
    let division = filter.industry.parse::<IndustryCode>().ok().map(|code| code.to_division());
    in_text && division.is_none_or(|division| word.code.to_division() == division)
}

fn compare(by: &str, one: &FoundWord, other: &FoundWord) -> Ordering {
    let at = |word: &FoundWord| word.added.as_ref().map(|added| added.at);
    let first = match by {
        "industry" => in_danish_order(&one.industry, &other.industry),
        "added" => at(one).cmp(&at(other)),
        _ => Ordering::Equal,
    };
    first.then_with(|| in_danish_order(&one.word, &other.word)).then_with(|| one.code.cmp(&other.code))
}
