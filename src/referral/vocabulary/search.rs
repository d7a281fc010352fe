//! Searches the words of the vocabulary, those of the data files and those that staff added.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    forms::WordsQuery,
    queries::{AddedWord, added_words},
};
use crate::{
    industry::{self, IndustryCode, Vocabulary, Word},
    language::Tr,
    list::{PAGE_SIZE, Sorting, rows_before},
    referral::intake::choices,
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

/// One page of what was found, and how much in all. One query: the words themselves are in memory.
pub async fn page_of(
    db: &impl ConnectionTrait,
    tr: Tr,
    query: &WordsQuery,
    sorting: &Sorting,
) -> Result<(Vec<FoundWord>, u64), DbErr> {
    let added = added_words(db).await?.into_iter().filter_map(|word| of_staff(tr, word));
    let standard = Vocabulary::standard().words().iter().map(|word| of_file(tr, word));
    let mut found: Vec<FoundWord> = match query.added == "yes" {
        true => added.filter(|word| matches(word, query)).collect(),
        false => added.chain(standard).filter(|word| matches(word, query)).collect(),
    };
    found.sort_by(|one, other| {
        let order = compare(one, other, &sorting.by);
        if sorting.descending { order.reverse() } else { order }
    });
    let total = found.len() as u64;
    let before = usize::try_from(rows_before(query.page(), total)).unwrap_or(usize::MAX);
    let page = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok((found.into_iter().skip(before).take(page).collect(), total))
}

fn of_staff(tr: Tr, word: AddedWord) -> Option<FoundWord> {
    let code = industry::code_of_word(&word.word)?;
    let added = Added { id: word.word.id, by: word.by_name.unwrap_or_default(), at: word.word.added_at };
    Some(FoundWord { industry: choices::industry_title(tr, &code), word: word.word.word, code, added: Some(added) })
}

fn of_file(tr: Tr, word: &Word) -> FoundWord {
    let code = word.db25.clone();
    FoundWord { word: word.text.clone(), industry: choices::industry_title(tr, &code), code, added: None }
}

fn matches(word: &FoundWord, query: &WordsQuery) -> bool {
    let sought = query.q.trim().to_lowercase();
    let in_text = sought.is_empty()
        || word.word.to_lowercase().contains(&sought)
        || word.industry.to_lowercase().contains(&sought)
        || word.code.code().starts_with(&sought);
    let division = query.industry.parse::<IndustryCode>().ok().map(|code| code.to_division());
    in_text && division.is_none_or(|division| word.code.to_division() == division)
}

fn compare(one: &FoundWord, other: &FoundWord, by: &str) -> Ordering {
    let at = |word: &FoundWord| word.added.as_ref().map(|added| added.at);
    let first = match by {
        "industry" => one.industry.cmp(&other.industry),
        "added" => at(one).cmp(&at(other)),
        _ => Ordering::Equal,
    };
    first.then_with(|| one.word.to_lowercase().cmp(&other.word.to_lowercase())).then_with(|| one.code.cmp(&other.code))
}
