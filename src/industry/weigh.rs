//! Weighs what the pieces of a wish say for and against each industry.

use std::collections::{BTreeMap, HashMap};

use super::{
    IndustrySystem,
    act::Acts,
    codes::IndustryCode,
    db25::db25_division,
    hits::Hit,
    read_wish::{Suggestion, Trade},
    vocabulary::Vocabulary,
    word::{Deed, Word},
};

/// What an industry counts that does something else with the thing than the wish does.
const OTHER_ACT: f32 = 0.3;
/// The same of which nobody says what it does with it.
const NOT_SAID: f32 = 0.6;
/// The same where nobody does with the thing what the wish does.
const NO_SUCH_ACT: f32 = 0.7;
/// How much surer a word is of the industry that does with the thing what the wish does.
const SAME_ACT: f32 = 1.35;
/// The least that such an industry counts.
const LEAST_SAME_ACT: f32 = 0.5;
/// A finer trade at least this sure beside the whole takes its place.
const SURELY_FINER: f32 = 0.8;
/// What the whole then counts.
const STANDS_BACK: f32 = 0.8;
/// How strongly pieces that may mean several industries agree on one: the power of how sure it is beside the surest.
const AGREEING: f32 = 0.3;
/// The most that one word can say.
const SUREST: f32 = 0.98;

/// What one piece says of one trade.
struct Said<'h> {
    /// The place of the piece in the wish.
    place: usize,
    hit: &'h Hit<'h>,
    db07: IndustryCode,
    db25: IndustryCode,
    counts: f32,
}

#[derive(Default)]
struct Gathered {
    /// What each piece says, by its place: the best of its rows.
    said: BTreeMap<usize, f32>,
    trades: BTreeMap<IndustryCode, BTreeMap<usize, f32>>,
    words: Vec<String>,
    db25: Option<(f32, IndustryCode)>,
}

/// Every industry that the pieces speak for, the surest first; equal ones in the order of the wish.
pub(super) fn suggestions(hits: &[Hit], vocabulary: &Vocabulary) -> Vec<Suggestion> {
    let mut said: Vec<Said> =
        hits.iter().enumerate().flat_map(|(place, hit)| said_by(place, hit, hits, vocabulary)).collect();
    agree(&mut said);
    let mut divisions: BTreeMap<IndustryCode, Gathered> = BTreeMap::new();
    for said in said {
        divisions.entry(said.db07.to_division()).or_default().add(said);
    }
    let mut found: Vec<(usize, Suggestion)> =
        divisions.into_iter().filter_map(|(db07, gathered)| gathered.suggestion(db07)).collect();
    found.sort_by(|(first, one), (second, other)| {
        other.score.total_cmp(&one.score).then(first.cmp(second)).then(one.db07.cmp(&other.db07))
    });
    found.into_iter().map(|(_, suggestion)| suggestion).collect()
}

/// What a piece says by its rows, and by where one usually does what it names.
fn said_by<'h>(place: usize, hit: &'h Hit, hits: &[Hit], vocabulary: &Vocabulary) -> Vec<Said<'h>> {
    let words: Vec<&Word> = hit.meaning.words.iter().filter_map(|word| vocabulary.word(*word)).collect();
    let is_done = words.iter().any(|word| word.acts.share(hit.acts));
    let certainty = hit.quality * hit.stance;
    let rows = words.into_iter().map(|word| Said {
        place,
        hit,
        db07: word.db07.clone(),
        db25: word.db25.to_division(),
        counts: (word.weight * word.kind.trust() * does(word, hit.acts, is_done)).min(SUREST) * certainty,
    });
    let usual = usual(hit, hits, vocabulary).and_then(|(db07, counts)| {
        let db25 = IndustryCode::new(IndustrySystem::Db25, db25_division(&db07)).ok()?;
        Some(Said { place, hit, db07, db25, counts: counts * certainty })
    });
    rows.chain(usual).collect()
}

/// A piece that may mean several industries means most the one that the other pieces speak for too.
fn agree(said: &mut [Said]) {
    let mut by_division: HashMap<&str, BTreeMap<usize, f32>> = HashMap::new();
    for said in said.iter() {
        let counts = by_division.entry(said.db07.division()).or_default().entry(said.place).or_default();
        *counts = counts.max(said.counts);
    }
    let scores: HashMap<String, f32> =
        by_division.iter().map(|(division, said)| ((*division).to_owned(), together(said.values()))).collect();
    let score = |said: &Said| scores.get(said.db07.division()).copied().unwrap_or_default();
    let mut surest: BTreeMap<usize, f32> = BTreeMap::new();
    for said in said.iter() {
        let best = surest.entry(said.place).or_default();
        *best = best.max(score(said));
    }
    for said in said.iter_mut() {
        let best = surest.get(&said.place).copied().unwrap_or(1.0);
        if best > 0.0 {
            said.counts *= (score(said) / best).powf(AGREEING);
        }
    }
}

/// What it counts that an industry does this or something else with the thing.
fn does(word: &Word, acts: Acts, is_done: bool) -> f32 {
    if acts.is_none() || word.kind.is_title() {
        return 1.0;
    }
    if word.acts.is_none() {
        return if is_done { NOT_SAID } else { 1.0 };
    }
    match (word.acts.share(acts), is_done) {
        (true, _) => SAME_ACT.max(LEAST_SAME_ACT / word.weight),
        (false, true) => OTHER_ACT,
        (false, false) => NO_SUCH_ACT,
    }
}

/// Where one usually does it, when no thing beside it tells.
fn usual(hit: &Hit, hits: &[Hit], vocabulary: &Vocabulary) -> Option<(IndustryCode, f32)> {
    let Deed { acts, usual } = hit.meaning.deed.as_ref()?;
    let (code, counts) = usual.clone()?;
    let tells = |other: &Hit| {
        let mut words = other.meaning.words.iter().filter_map(|word| vocabulary.word(*word));
        other.clause == hit.clause && words.any(|word| word.acts.share(*acts) && other.acts.share(*acts))
    };
    (!hits.iter().any(tells)).then_some((code, counts))
}

impl Gathered {
    fn add(&mut self, said: Said) {
        let Said { place, hit, db07, db25, counts } = said;
        let said = self.said.entry(place).or_default();
        *said = said.max(counts);
        let trade = self.trades.entry(db07).or_default().entry(place).or_default();
        *trade = trade.max(counts);
        if self.db25.as_ref().is_none_or(|(best, _)| counts > *best) {
            self.db25 = Some((counts, db25));
        }
        if !hit.is_hint && !self.words.contains(&hit.typed) {
            self.words.push(hit.typed.clone());
        }
    }

    fn suggestion(self, db07: IndustryCode) -> Option<(usize, Suggestion)> {
        let (first, score) = (*self.said.keys().next()?, together(self.said.values()));
        let trades = self.trades.into_iter().map(|(code, said)| Trade { code, score: together(said.values()) });
        let mut trades: Vec<Trade> = trades.collect();
        stand_back(&mut trades);
        trades.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.code.cmp(&other.code)));
        let (_, db25) = self.db25?;
        Some((first, Suggestion { db07, db25, trades, words: self.words, score }))
    }
}

/// What is known more finely is no longer wanted as a whole: whoever wants graphic design does not want any design.
fn stand_back(trades: &mut [Trade]) {
    let told: Vec<Trade> = trades.to_vec();
    for trade in trades {
        let is_within =
            |other: &&Trade| other.code != trade.code && other.code.digits().starts_with(trade.code.digits());
        let finest = told.iter().filter(is_within).map(|other| other.score).fold(0.0, f32::max);
        if finest >= trade.score * SURELY_FINER {
            trade.score *= STANDS_BACK;
        }
    }
}

/// What several pieces say together: each makes what the others left in doubt less.
fn together<'s>(said: impl Iterator<Item = &'s f32>) -> f32 {
    1.0 - said.map(|said| 1.0 - said).product::<f32>()
}
