//! Reads a young person's own words into industries and needs.

use std::collections::BTreeMap;

use super::{
    IndustrySystem,
    codes::IndustryCode,
    compound, guess,
    hits::{Hit, hits},
    need::Need,
    vocabulary::Vocabulary,
    weigh,
};

/// The most industries that a wish is read into; a person confirms them.
const MOST_SUGGESTIONS: usize = 3;
/// A suggestion this much weaker than the best is left out.
const WEAKEST: f32 = 0.4;
/// Less sure than this is chance, and nobody is asked about it.
const LEAST: f32 = 0.15;
/// A mentor is looked for in so many industries, and in weaker ones than a person is asked about.
const MOST_LOOKED_IN: usize = 6;
const WEAKEST_LOOKED_IN: f32 = 0.2;
/// A trade is nearly as sure as another from this share of its score on.
const NEARLY: f32 = 0.7;
/// How much of a text is read, in letters: more than any field takes. What is read before a form is judged costs no more.
const LONGEST: usize = 4_000;
/// Less sure than this is a guess.
const SURE: f32 = 0.4;
/// How surely a mentor is looked for where people know about a need.
const KNOWING: f32 = 0.5;

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
    /// What the words mean, as finely as they tell: the surest trade, or what contains those that are nearly as sure.
    pub fn trade(&self) -> IndustryCode {
        let Some(best) = self.trades.first() else { return self.db07.clone() };
        let sure: Vec<&Trade> = self.trades.iter().filter(|trade| trade.score >= best.score * NEARLY).collect();
        let holds = |code: &IndustryCode| sure.iter().all(|trade| trade.code.digits().starts_with(code.digits()));
        best.code.and_coarser().find(holds).unwrap_or_else(|| self.db07.clone())
    }
}

/// A need that a wish names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedHit {
    pub need: Need,
    /// The words that told it, as they were typed.
    pub words: Vec<String>,
}

/// What a wish was read into. Nothing found means that the wish says nothing of a trade.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WishReading {
    /// At most three, the surest first.
    pub suggestions: Vec<Suggestion>,
    /// The trades to look for a mentor in: those of the suggestions, and less sure ones.
    looked_in: Vec<Trade>,
    pub needs: Vec<NeedHit>,
}

impl WishReading {
    /// The trades to look for a mentor in. A wish that names only needs looks, less surely, where
    /// people know about them: whoever must learn to write an application, among recruiters.
    pub fn wanted(self) -> Vec<Trade> {
        if !self.looked_in.is_empty() {
            return self.looked_in;
        }
        let known = self.needs.iter().filter_map(|hit| hit.need.knowing_division());
        let codes = known.filter_map(|division| IndustryCode::new(IndustrySystem::Db07, division).ok());
        codes.map(|code| Trade { code, score: KNOWING }).collect()
    }

    /// Whether nothing in the wish surely names a trade.
    pub fn is_guess(&self) -> bool {
        !self.looked_in.is_empty() && self.suggestions.first().is_none_or(|best| best.score < SURE)
    }

    /// Whether a word of the wish is known to lead to an industry.
    pub fn is_understood(&self) -> bool {
        !self.suggestions.is_empty()
    }
}

/// Reads a wish. A word that the wish says no to ("ikke noget med børn") suggests nothing. Where no word is known, what
/// begins alike is a guess.
///
/// Scores: the word itself 1.0, inflected 0.9, part of a compound 0.8, written by ear 0.75, misspelt 0.6, a hint at most 0.6,
/// a guess 0.25, each times the weight of the word in the vocabulary; words that agree make one another surer.
pub fn read(wish: &str, vocabulary: &Vocabulary) -> WishReading {
    let wish = wish.char_indices().nth(LONGEST).map_or(wish, |(end, _)| &wish[..end]);
    let mut hits = hits(wish, vocabulary);
    let is_guessed = hits.iter().all(|hit| hit.is_hint || hit.says_nothing());
    if is_guessed {
        hits.extend(guess::hits(wish, vocabulary));
    }
    let mut suggestions = weigh::suggestions(&hits, vocabulary);
    let best = suggestions.first().map_or(0.0, |best| best.score);
    let looked_in = suggestions.iter().take(MOST_LOOKED_IN).filter(|found| found.score >= best * WEAKEST_LOOKED_IN);
    let looked_in = looked_in.flat_map(|found| found.trades.iter().cloned()).collect();
    // Nobody is asked about what is only guessed or hinted at.
    let is_told = |kept: &Suggestion| !is_guessed && !kept.words.is_empty();
    suggestions.retain(|kept| is_told(kept) && kept.score >= LEAST.max(best * WEAKEST));
    suggestions.truncate(MOST_SUGGESTIONS);
    WishReading { suggestions, looked_in, needs: needs(&hits, vocabulary) }
}

fn needs(hits: &[Hit], vocabulary: &Vocabulary) -> Vec<NeedHit> {
    let mut found: BTreeMap<Need, Vec<String>> = BTreeMap::new();
    for hit in hits.iter().filter(|hit| !hit.is_hint) {
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
