//! From a wish to the mentors whose words and industries fit.

use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByString};
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EnableScoring, FuzzyTermQuery, Occur, Query,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Order, Searcher, Term};
use uuid::Uuid;

use super::danish;
use super::document::Fields;
use super::error::SearchError;
use super::generation::Generation;
use super::lexicon::Lexicon;

/// What a wholly fitting industry counts, beside words that score about 3 to 30.
const INDUSTRY: f32 = 20.0;
/// What a part of a compound counts beside the whole word.
const PART: f32 = 0.5;
/// What a word counts that no mentor has but that is a slip away from one that some have.
const MISSPELT: f32 = 4.0;
/// The shortest word that is searched for with a slip, in folded letters.
const SHORTEST_MISSPELT: usize = 5;

/// What to search for.
#[derive(Clone, Debug)]
pub struct MentorQuery {
    /// The young person's words, as they are. They are never read as a query language.
    pub wish: String,
    /// Industry codes as the documents have them, each with what it counts (0 to 1); the best
    /// that a mentor has counts.
    pub industries: Vec<(String, f32)>,
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
    /// The words of the wish that the mentor has too, as they were typed.
    pub matched_words: Vec<String>,
}

/// A word of the wish and how it is searched for.
struct Searched {
    typed: String,
    query: Box<dyn Query>,
}

pub(super) fn search(
    generation: &Generation,
    lexicon: &Lexicon,
    query: &MentorQuery,
) -> Result<Vec<MentorHit>, SearchError> {
    let (searcher, fields) = (generation.searcher(), generation.fields);
    let words = searched_words(&searcher, fields, lexicon, &query.wish)?;
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    clauses.extend(words.iter().map(|word| (Occur::Should, word.query.box_clone())));
    clauses.extend(industries(fields, &query.industries).map(|any| (Occur::Should, any)));
    if clauses.is_empty() || query.limit == 0 {
        return Ok(Vec::new());
    }
    let mut wanted: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
    if query.active_only {
        let active = exact(Term::from_field_bool(fields.active, true));
        let active: Box<dyn Query> = Box::new(ConstScoreQuery::new(active, 0.0));
        wanted = Box::new(BooleanQuery::new(vec![(Occur::Must, wanted), (Occur::Must, active)]));
    }
    let order = (SortBySimilarityScore, (SortByString::for_field(Fields::ID), Order::Asc));
    let best = searcher.search(&wanted, &TopDocs::with_limit(query.limit).order_by(order))?;
    let places: Vec<DocAddress> = best.iter().map(|(_, place)| *place).collect();
    let matched = matched_words(&searcher, &words, &places)?;
    let hits = best.into_iter().zip(matched).filter_map(|(((score, id), _), matched_words)| {
        Some(MentorHit { id: Uuid::parse_str(&id?).ok()?, score, matched_words })
    });
    Ok(hits.collect())
}

/// The industry that a mentor has and that counts most.
fn industries(fields: Fields, industries: &[(String, f32)]) -> Option<Box<dyn Query>> {
    let each = industries.iter().map(|(code, weight)| {
        let has = exact(Term::from_field_text(fields.industry, code));
        Box::new(ConstScoreQuery::new(has, weight * INDUSTRY)) as Box<dyn Query>
    });
    let each: Vec<_> = each.collect();
    if each.is_empty() { None } else { Some(Box::new(DisjunctionMaxQuery::new(each))) }
}

fn searched_words(
    searcher: &Searcher,
    fields: Fields,
    lexicon: &Lexicon,
    wish: &str,
) -> Result<Vec<Searched>, SearchError> {
    let mut words = Vec::new();
    for typed in danish::words(wish) {
        let folded = danish::fold(typed);
        if lexicon.passes_over(&folded) {
            continue;
        }
        let query = word_query(searcher, fields, lexicon, &folded)?;
        words.push(Searched { typed: typed.to_owned(), query });
    }
    Ok(words)
}

/// The word and its parts in every field; with a slip where no mentor has it as it stands.
fn word_query(
    searcher: &Searcher,
    fields: Fields,
    lexicon: &Lexicon,
    folded: &str,
) -> Result<Box<dyn Query>, SearchError> {
    let stem = danish::stem(folded);
    let mut forms: Vec<Box<dyn Query>> = Vec::new();
    let mut is_known = false;
    for (field, boost) in boosted(fields) {
        let term = Term::from_field_text(field, &stem);
        is_known |= searcher.doc_freq(&term)? > 0;
        forms.push(Box::new(BoostQuery::new(scored(term), boost)));
        for part in lexicon.parts(folded).iter().filter(|part| !lexicon.passes_over(part)) {
            let term = Term::from_field_text(field, part);
            forms.push(Box::new(BoostQuery::new(scored(term), boost * PART)));
        }
    }
    if !is_known && folded.len() >= SHORTEST_MISSPELT {
        for (field, boost) in boosted(fields) {
            let slip = FuzzyTermQuery::new(Term::from_field_text(field, &stem), 1, true);
            forms.push(Box::new(BoostQuery::new(Box::new(slip), boost * MISSPELT)));
        }
    }
    Ok(Box::new(DisjunctionMaxQuery::new(forms)))
}

/// What a word counts by where the mentor has it.
fn boosted(fields: Fields) -> [(Field, f32); 3] {
    [(fields.occupation, 3.0), (fields.keywords, 2.0), (fields.text, 1.0)]
}

fn exact(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}

fn scored(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// For each hit, the words that it has.
fn matched_words(
    searcher: &Searcher,
    words: &[Searched],
    hits: &[DocAddress],
) -> Result<Vec<Vec<String>>, SearchError> {
    let mut matched = vec![Vec::new(); hits.len()];
    let mut in_order: Vec<(usize, DocAddress)> = hits.iter().copied().enumerate().collect();
    in_order.sort_by_key(|(_, place)| *place);
    for word in words {
        let weight = word.query.weight(EnableScoring::enabled_from_searcher(searcher))?;
        for segment in in_order.chunk_by(|(_, one), (_, other)| one.segment_ord == other.segment_ord) {
            let reader = searcher.segment_reader(segment[0].1.segment_ord);
            let mut found = weight.scorer(reader, 1.0)?;
            for (hit, place) in segment {
                if found.doc() <= place.doc_id && found.seek(place.doc_id) == place.doc_id {
                    matched[*hit].push(word.typed.clone());
                }
            }
        }
    }
    Ok(matched)
}
