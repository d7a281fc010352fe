//! The pieces of a wish that the vocabulary knows, and what the wish does with each.

use super::{
    act::Acts,
    compound::{self, quality},
    scattered::Scattered,
    stance,
    vocabulary::Vocabulary,
    word::Meaning,
};
use crate::search::danish;

/// The longest phrase of the vocabulary, in words.
const LONGEST_PHRASE: usize = 6;

/// What a word counts by itself that is part of a phrase whose words stand apart: the phrase says what it means.
const TOLD_BY_PHRASE: f32 = 0.8;

/// A piece of the wish that the vocabulary knows.
pub(super) struct Hit<'v> {
    pub typed: String,
    pub key: String,
    pub meaning: &'v Meaning,
    /// How surely these are the words, from 0 to 1.
    pub quality: f32,
    /// How much the wish means it: less than 1 where it only tells of it.
    pub stance: f32,
    /// What the wish does with it; none where it does not say.
    pub acts: Acts,
    /// Which clause it stands in.
    pub clause: usize,
    /// Whether it only stands in phrases that lead there.
    pub is_hint: bool,
}

impl Hit<'_> {
    /// Whether the piece tells of no trade and no need.
    pub fn says_nothing(&self) -> bool {
        let Meaning { words, need, deed } = self.meaning;
        words.is_empty() && need.is_none() && deed.as_ref().is_none_or(|deed| deed.usual.is_none())
    }
}

/// The words of a clause as they were typed and folded, and how much the wish means each.
struct Clause<'c> {
    number: usize,
    words: &'c [&'c str],
    keys: Vec<String>,
    stances: &'c [f32],
}

impl Clause<'_> {
    /// The words at these places as a piece, unless the wish says no to them.
    fn piece<'v>(&self, places: &[usize], key: String, (meaning, quality): (&'v Meaning, f32)) -> Option<Hit<'v>> {
        let stance = places.iter().map(|place| self.stances[*place]).fold(f32::INFINITY, f32::min);
        let typed = places.iter().map(|place| self.words[*place]).collect::<Vec<_>>().join(" ");
        let (acts, clause) = (Acts::default(), self.number);
        (stance > 0.0).then_some(Hit { typed, key, meaning, quality, stance, acts, clause, is_hint: false })
    }
}

/// Every piece that the wish does not say no to.
pub(super) fn hits<'v>(wish: &str, vocabulary: &'v Vocabulary) -> Vec<Hit<'v>> {
    let clauses = clauses(wish);
    let stances = stance::of(&clauses);
    let mut hits = Vec::new();
    for (number, (words, stances)) in clauses.iter().zip(&stances).enumerate() {
        let keys = words.iter().map(|word| danish::fold(word)).collect();
        let mut found = of_clause(&Clause { number, words, keys, stances }, vocabulary);
        govern(&mut found);
        hits.append(&mut found);
    }
    hits
}

/// The pieces as they stand, and then the phrases whose words stand apart.
fn of_clause<'v>(clause: &Clause, vocabulary: &'v Vocabulary) -> Vec<Hit<'v>> {
    let scattered = vocabulary.phrases().found_in(&clause.keys);
    let mut is_told = vec![false; clause.words.len()];
    for place in scattered.iter().flat_map(|phrase| &phrase.places) {
        is_told[*place] = true;
    }
    let hits = in_order(clause, &is_told, vocabulary);
    let apart = scattered.into_iter().filter_map(|Scattered { key, places }| {
        clause.piece(&places, key.to_owned(), (vocabulary.exact(key)?, quality::APART))
    });
    let apart: Vec<Hit> = apart.filter(|apart| !hits.iter().any(|hit| same(hit, apart))).collect();
    hits.into_iter().flat_map(|hit| with_its_thing(hit, vocabulary)).chain(apart).collect()
}

/// The pieces whose words stand side by side, and what words hint at that lead nowhere. `is_told` are the words of phrases
/// that stand apart.
fn in_order<'v>(clause: &Clause, is_told: &[bool], vocabulary: &'v Vocabulary) -> Vec<Hit<'v>> {
    let keys = &clause.keys;
    let mut hits = Vec::new();
    let (mut at, mut follows_known) = (0, false);
    while at < keys.len() {
        let (length, found) = longest(&keys[at..], vocabulary);
        let found = found.filter(|_| length > 1 || !(follows_known && is_short_for_or(&keys[at..])));
        follows_known = found.is_some();
        let is_within_phrase = length == 1 && is_told[at];
        let is_hint = found.is_none() && length == 1 && !is_within_phrase;
        let found = if is_hint { vocabulary.hints().find(&keys[at]) } else { found };
        let places: Vec<usize> = (at..at + length).collect();
        let piece = found.and_then(|found| clause.piece(&places, keys[at..at + length].concat(), found));
        let counts = if is_within_phrase { TOLD_BY_PHRASE } else { 1.0 };
        hits.extend(piece.map(|piece| Hit { stance: piece.stance * counts, is_hint, ..piece }));
        at += length;
    }
    hits
}

/// Whether two pieces are one, however they are written.
fn same(one: &Hit, other: &Hit) -> bool {
    std::ptr::eq(one.meaning, other.meaning) || one.meaning.words == other.meaning.words
}

/// A compound that ends in what one does ("cykel-reparation") names its thing too.
fn with_its_thing<'v>(hit: Hit<'v>, vocabulary: &'v Vocabulary) -> Vec<Hit<'v>> {
    let thing = match &hit.meaning.deed {
        Some(deed) if hit.quality < quality::EXACT => {
            compound::modifier_of_deed(vocabulary, &hit.key).map(|meaning| Hit {
                meaning,
                quality: quality::COMPOUND,
                acts: deed.acts,
                key: hit.key.clone(),
                typed: hit.typed.clone(),
                ..hit
            })
        }
        _ => None,
    };
    [thing, Some(hit)].into_iter().flatten().collect()
}

/// Tells each thing what is done with it: by the nearest word before it that names an act, or else by the nearest after.
fn govern(hits: &mut [Hit]) {
    let acts: Vec<Acts> =
        hits.iter().map(|hit| hit.meaning.deed.as_ref().map(|deed| deed.acts).unwrap_or_default()).collect();
    for at in 0..hits.len() {
        if !hits[at].acts.is_none() || !acts[at].is_none() {
            continue;
        }
        let mut before =
            acts[..at].iter().rev().skip_while(|acts| acts.is_none()).take_while(|acts| !acts.is_none()).copied();
        let after = || acts[at + 1..].iter().find(|acts| !acts.is_none()).copied();
        hits[at].acts = before.by_ref().reduce(Acts::and).or_else(after).unwrap_or_default();
    }
}

/// Whether the first of these words, which follow a known one, is "eller" rather than electricity: "køkken el. restaurant", but
/// not "vvs, tømrer el og maler".
fn is_short_for_or(keys: &[String]) -> bool {
    matches!(keys, [word, next, ..] if word == "el" && !["og", "eller"].contains(&next.as_str()))
}

/// The longest run of words with a meaning, and its length; an ordinary phrase has none.
pub(super) fn longest<'v>(keys: &[String], vocabulary: &'v Vocabulary) -> (usize, Option<(&'v Meaning, f32)>) {
    let longest = vocabulary.longest_beginning_with(&keys[0]).min(LONGEST_PHRASE);
    for length in (2..=longest.min(keys.len())).rev() {
        let phrase = keys[..length].concat();
        if vocabulary.is_ordinary(&phrase) {
            return (length, None);
        }
        if let Some(meaning) = vocabulary.exact(&keys[..length].join(" ")) {
            return (length, Some((meaning, quality::EXACT)));
        }
        // Words that stand beside each other by chance make no compound: "vil lære" is no "villa".
        let by_chance =
            vocabulary.is_single_word(&phrase) && keys[..length].iter().any(|key| vocabulary.is_ordinary(key));
        if by_chance {
            continue;
        }
        if let Some(meaning) = vocabulary.exact(&phrase) {
            return (length, Some((meaning, quality::EXACT)));
        }
        if let Some(meaning) = vocabulary.by_stem(&phrase) {
            return (length, Some((meaning, quality::INFLECTED)));
        }
    }
    (1, compound::meaning(vocabulary, &keys[0]))
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
