//! What is searched for, as the library's queries.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery,
};
use tantivy::schema::IndexRecordOption;
use uuid::Uuid;

use super::document::{Fields, TEXTS};
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

/// The words and industries in a place; none when there is nothing to search for.
pub fn wanted(fields: Fields, place: Place, words: &[Word], industries: &[(String, f32)]) -> Option<Box<dyn Query>> {
    let words = words.iter().map(|word| (Occur::Should, any_form(fields, place, word)));
    let industries = best_industry(fields, place, industries).map(|best| (Occur::Should, best));
    let clauses: Vec<_> = words.chain(industries).collect();
    if clauses.is_empty() { None } else { Some(Box::new(BooleanQuery::new(clauses))) }
}

/// The same, of those alone who take part.
pub fn taking_part(fields: Fields, wanted: Box<dyn Query>) -> Box<dyn Query> {
    let active = ConstScoreQuery::new(exact(Term::from_field_bool(fields.active, true)), 0.0);
    Box::new(BooleanQuery::new(vec![(Occur::Must, wanted), (Occur::Must, Box::new(active))]))
}

/// The industry that a mentor has and that counts most.
fn best_industry(fields: Fields, place: Place, industries: &[(String, f32)]) -> Option<Box<dyn Query>> {
    let each = industries.iter().map(|(code, weight)| {
        let has = exact(place.industry_term(fields, code));
        Box::new(ConstScoreQuery::new(has, weight * INDUSTRY)) as Box<dyn Query>
    });
    let each: Vec<_> = each.collect();
    if each.is_empty() { None } else { Some(Box::new(DisjunctionMaxQuery::new(each))) }
}

/// The word, its parts or a slip of it, in any text.
fn any_form(fields: Fields, place: Place, word: &Word) -> Box<dyn Query> {
    let mut forms: Vec<Box<dyn Query>> = Vec::new();
    for text in TEXTS {
        for form in &word.forms {
            let term = TermQuery::new(place.text_term(fields, text, &form.term), IndexRecordOption::WithFreqs);
            forms.push(Box::new(BoostQuery::new(Box::new(term), text.counts * form.counts)));
        }
        // Nobody has the word as it stands, so the one slip cannot be in the region that is written before it.
        if let Some(stem) = &word.misspelt {
            let slip = FuzzyTermQuery::new(place.text_term(fields, text, stem), 1, true);
            forms.push(Box::new(BoostQuery::new(Box::new(slip), text.counts * MISSPELT)));
        }
    }
    Box::new(DisjunctionMaxQuery::new(forms))
}

fn exact(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
