//! Reads a young person's own words into industries and needs.

use std::collections::BTreeMap;

use super::IndustrySystem;
use super::catalogue::{self, Division};
use super::codes::IndustryCode;
use super::compound::{self, quality};
use super::need::Need;
use super::negation;
use super::vocabulary::{Meaning, Vocabulary};
use crate::search::danish;

/// The most industries that a wish is read into; a person confirms them.
const MOST_SUGGESTIONS: usize = 3;
/// A suggestion this much weaker than the best is left out.
const WEAKEST: f32 = 0.4;
/// How surely a mentor is looked for where people know about a need.
const KNOWING: f32 = 0.5;
/// What each further word that agrees adds, as a share of its own score.
const AGREEMENT: f32 = 0.1;
/// The longest phrase of the vocabulary, in words.
const LONGEST_PHRASE: usize = 6;

/// An industry that a wish may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The division in DB07.
    pub db07: IndustryCode,
    /// The division in DB25.
    pub db25: IndustryCode,
    /// The trades within it, in DB07, as finely as the words tell, the surest first.
    pub trades: Vec<Trade>,
    /// The words that led here, as they were typed.
    pub words: Vec<String>,
    /// How surely, about 0 to 1; above 1 when several words agree.
    pub score: f32,
}

/// A trade that a text names, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    pub code: IndustryCode,
    pub score: f32,
}

impl Suggestion {
    /// The division's titles in Danish and English.
    pub fn title(&self) -> Option<&'static Division> {
        catalogue::division(&self.db07)
    }
}

/// A need that a wish names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedHit {
    pub need: Need,
    /// The words that told it, as they were typed.
    pub words: Vec<String>,
}

/// What a wish was read into. Nothing found means that nothing was recognised.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WishReading {
    /// At most three, the surest first.
    pub suggestions: Vec<Suggestion>,
    pub needs: Vec<NeedHit>,
}

impl WishReading {
    /// The trades to look for a mentor in. A wish that names only needs looks, less surely, where
    /// people know about them: whoever must learn to write an application, among recruiters.
    pub fn wanted(&self) -> Vec<Trade> {
        if self.suggestions.is_empty() {
            let known = self.needs.iter().filter_map(|hit| hit.need.knowing_division());
            let codes = known.filter_map(|division| IndustryCode::new(IndustrySystem::Db07, division).ok());
            return codes.map(|code| Trade { code, score: KNOWING }).collect();
        }
        self.suggestions.iter().flat_map(|suggestion| suggestion.trades.iter().cloned()).collect()
    }
}

/// A piece of the wish that the vocabulary knows.
struct Hit<'v> {
    typed: String,
    key: String,
    meaning: &'v Meaning,
    quality: f32,
}

/// Reads a wish. A word that the wish says no to ("ikke noget med børn") suggests nothing.
///
/// Scores: the word itself 1.0, inflected 0.9, part of a compound 0.8, misspelt 0.6, each times
/// the weight of the word in the vocabulary.
pub fn read(wish: &str, vocabulary: &Vocabulary) -> WishReading {
    let clauses = clauses(wish);
    let refused = negation::refused(&clauses);
    let mut hits = Vec::new();
    let mut begins = 0;
    for clause in &clauses {
        let ends = begins + clause.len();
        read_clause(clause, &refused[begins..ends], vocabulary, &mut hits);
        begins = ends;
    }
    WishReading { suggestions: suggestions(&hits, vocabulary), needs: needs(&hits, vocabulary) }
}

fn read_clause<'v>(words: &[&str], refused: &[bool], vocabulary: &'v Vocabulary, hits: &mut Vec<Hit<'v>>) {
    let keys: Vec<String> = words.iter().map(|word| danish::fold(word)).collect();
    let mut at = 0;
    let mut follows_known = false;
    while at < words.len() {
        let (length, found) = longest(&keys[at..], vocabulary);
        let found = found.filter(|_| length > 1 || !(follows_known && is_short_for_or(&keys[at..])));
        follows_known = found.is_some();
        if let Some((meaning, quality)) = found
            && !refused[at..at + length].contains(&true)
        {
            let (typed, key) = (words[at..at + length].join(" "), keys[at..at + length].concat());
            hits.push(Hit { typed, key, meaning, quality });
        }
        at += length;
    }
}

/// Whether the first of these words, which follow a known one, is "eller" rather than electricity: "køkken el. restaurant", but
/// not "vvs, tømrer el og maler".
fn is_short_for_or(keys: &[String]) -> bool {
    matches!(keys, [word, next, ..] if word == "el" && !["og", "eller"].contains(&next.as_str()))
}

/// The longest run of words with a meaning, and its length; an ordinary phrase has none.
pub(super) fn longest<'v>(keys: &[String], vocabulary: &'v Vocabulary) -> (usize, Option<(&'v Meaning, f32)>) {
    for length in (2..=LONGEST_PHRASE.min(keys.len())).rev() {
        let phrase = keys[..length].concat();
        if vocabulary.is_ordinary(&phrase) {
            return (length, None);
        }
        let spaced = vocabulary.exact(&keys[..length].join(" "));
        if let Some(meaning) = spaced.or_else(|| vocabulary.exact(&phrase)) {
            return (length, Some((meaning, quality::EXACT)));
        }
        if let Some(meaning) = vocabulary.by_stem(&phrase) {
            return (length, Some((meaning, quality::INFLECTED)));
        }
    }
    (1, compound::meaning(vocabulary, &keys[0]))
}

#[derive(Default)]
struct Gathered {
    best: f32,
    total: f32,
    words: Vec<String>,
    trades: BTreeMap<IndustryCode, f32>,
    db25: Option<IndustryCode>,
    first: usize,
}

fn suggestions(hits: &[Hit], vocabulary: &Vocabulary) -> Vec<Suggestion> {
    let mut divisions: BTreeMap<IndustryCode, Gathered> = BTreeMap::new();
    for (place, hit) in hits.iter().enumerate() {
        for word in hit.meaning.words.iter().filter_map(|word| vocabulary.word(*word)) {
            let score = word.weight * hit.quality;
            let gathered = divisions
                .entry(word.db07.to_division())
                .or_insert_with(|| Gathered { first: place, ..Gathered::default() });
            if score > gathered.best {
                gathered.best = score;
                gathered.db25 = Some(word.db25.to_division());
            }
            let trade = gathered.trades.entry(word.db07.clone()).or_default();
            *trade = trade.max(score);
            if !gathered.words.contains(&hit.typed) {
                gathered.total += score;
                gathered.words.push(hit.typed.clone());
            }
        }
    }
    strongest(divisions)
}

fn strongest(divisions: BTreeMap<IndustryCode, Gathered>) -> Vec<Suggestion> {
    let mut found: Vec<(usize, Suggestion)> = divisions
        .into_iter()
        .filter_map(|(db07, gathered)| Some((gathered.first, suggestion(db07, gathered)?)))
        .collect();
    found.sort_by(|(first, one), (second, other)| {
        other.score.total_cmp(&one.score).then(first.cmp(second)).then(one.db07.cmp(&other.db07))
    });
    let best = found.first().map_or(0.0, |(_, best)| best.score);
    let kept = found.into_iter().map(|(_, kept)| kept).filter(|kept| kept.score >= best * WEAKEST);
    kept.take(MOST_SUGGESTIONS).collect()
}

fn suggestion(db07: IndustryCode, gathered: Gathered) -> Option<Suggestion> {
    let mut trades: Vec<Trade> = gathered.trades.into_iter().map(|(code, score)| Trade { code, score }).collect();
    trades.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.code.cmp(&other.code)));
    let score = gathered.best + AGREEMENT * (gathered.total - gathered.best).max(0.0);
    Some(Suggestion { db07, db25: gathered.db25?, trades, words: gathered.words, score })
}

fn needs(hits: &[Hit], vocabulary: &Vocabulary) -> Vec<NeedHit> {
    let mut found: BTreeMap<Need, Vec<String>> = BTreeMap::new();
    for hit in hits {
        if let Some(need) = hit.meaning.need.or_else(|| need_in_ending(&hit.key, vocabulary)) {
            let words = found.entry(need).or_default();
            if !words.contains(&hit.typed) {
                words.push(hit.typed.clone());
            }
        }
    }
    found.into_iter().map(|(need, words)| NeedHit { need, words }).collect()
}

/// A trade and a need in one word: the "elev" of "bagerelev".
fn need_in_ending(key: &str, vocabulary: &Vocabulary) -> Option<Need> {
    compound::splits(key, 3, 3).find_map(|(_, ending)| vocabulary.exact(ending)?.need)
}

/// The wish in clauses of words. A dot ends one unless it stands in "10. klasse" or "cand.merc".
pub(super) fn clauses(wish: &str) -> Vec<Vec<&str>> {
    let mut clauses = Vec::new();
    let mut begins = 0;
    for (at, sign) in wish.char_indices() {
        let after = &wish[at + sign.len_utf8()..];
        let ends = match sign {
            ',' | ';' | ':' | '!' | '?' | '(' | ')' | '\n' => true,
            '.' => after.trim_start().chars().next().is_none_or(char::is_uppercase),
            _ => false,
        };
        if ends {
            clauses.push(danish::words(&wish[begins..at]));
            begins = at + sign.len_utf8();
        }
    }
    clauses.push(danish::words(&wish[begins..]));
    clauses
}
