//! What is searched for, as the library's queries.

use std::collections::BTreeMap;

use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery,
};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};
use uuid::Uuid;

use super::document::{Fields, TEXTS};
use super::error::SearchError;
use super::place::Place;
use super::wish::{MISSPELT, Word};

/// What a wholly fitting industry counts, beside words that score about 3 to 30.
pub const INDUSTRY: f32 = 20.0;

/// What to search for.
#[derive(Clone, Debug)]
pub struct MentorQuery {
    /// The young person's words, as they are. They are never read as a query language.
    pub wish: String,
    /// Industry codes as the documents have them, each with what it counts (0 to 1); the best
    /// that a mentor has counts.
    pub industries: Vec<(String, f32)>,
    /// The regions to look in, the nearest first; see [`super::MentorIndex::search`]. Only for those who take part.
    pub near: Vec<String>,
    /// Whether to find only mentors who take part in matching now.
    pub active_only: bool,
    /// The most hits.
    pub limit: usize,
}

/// A mentor found.
#[derive(Clone, Debug, PartialEq)]
pub struct MentorHit {
    pub id: Uuid,
    /// Greater is better; of no meaning between two searches.
    pub score: f32,
}

/// The words and industries in a place; none when nobody there has any of them.
///
/// # Errors
/// When the index cannot be read.
pub fn wanted(
    searcher: &Searcher,
    fields: Fields,
    place: Place,
    words: &[Word],
    industries: &[(String, f32)],
) -> Result<Option<Box<dyn Query>>, SearchError> {
    let there = There { searcher, fields, place };
    let mut clauses = Vec::new();
    for word in words {
        clauses.extend(any_of(there.forms(word)?));
    }
    clauses.extend(any_of(there.industries(industries)?));
    let clauses: Vec<_> = clauses.into_iter().map(|clause| (Occur::Should, clause)).collect();
    Ok(if clauses.is_empty() { None } else { Some(Box::new(BooleanQuery::new(clauses))) })
}

/// The same, of those alone who take part.
pub fn taking_part(fields: Fields, wanted: Box<dyn Query>) -> Box<dyn Query> {
    let active = ConstScoreQuery::new(exact(Term::from_field_bool(fields.active, true)), 0.0);
    Box::new(BooleanQuery::new(vec![(Occur::Must, wanted), (Occur::Must, Box::new(active))]))
}

/// The best of several that a mentor has counts.
fn any_of(queries: Vec<Box<dyn Query>>) -> Option<Box<dyn Query>> {
    if queries.is_empty() { None } else { Some(Box::new(DisjunctionMaxQuery::new(queries))) }
}

/// Builds queries of what somebody in a place has: to look for a term that nobody has costs more than to find that out.
struct There<'s> {
    searcher: &'s Searcher,
    fields: Fields,
    place: Place<'s>,
}

impl There<'_> {
    fn industries(&self, industries: &[(String, f32)]) -> Result<Vec<Box<dyn Query>>, SearchError> {
        // A code that several wanted trades lead to is looked up once.
        let mut counts: BTreeMap<&str, f32> = BTreeMap::new();
        for (code, weight) in industries {
            let count = counts.entry(code).or_insert(*weight);
            *count = weight.max(*count);
        }
        let mut found: Vec<Box<dyn Query>> = Vec::new();
        for (code, weight) in counts {
            let term = self.place.industry_term(self.fields, code);
            if self.is_there(&term)? {
                found.push(Box::new(ConstScoreQuery::new(exact(term), weight * INDUSTRY)));
            }
        }
        Ok(found)
    }

    /// The word, its parts or a slip of it, in any text.
    fn forms(&self, word: &Word) -> Result<Vec<Box<dyn Query>>, SearchError> {
        let mut found: Vec<Box<dyn Query>> = Vec::new();
        for text in TEXTS {
            for form in &word.forms {
                let term = self.place.text_term(self.fields, text, &form.term);
                if self.is_there(&term)? {
                    let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    found.push(Box::new(BoostQuery::new(Box::new(term), text.counts * form.counts)));
                }
            }
            // Nobody has the word as it stands, so the one slip cannot be in the region that is written before it.
            if let Some(stem) = &word.misspelt {
                let slip = FuzzyTermQuery::new(self.place.text_term(self.fields, text, stem), 1, true);
                found.push(Box::new(BoostQuery::new(Box::new(slip), text.counts * MISSPELT)));
            }
        }
        Ok(found)
    }

    fn is_there(&self, term: &Term) -> Result<bool, SearchError> {
        Ok(self.searcher.doc_freq(term)? > 0)
    }
}

fn exact(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
