//! What a wish may mean in which no word is known: the words of the vocabulary that begin most like its own.

use super::{
    act::Acts,
    compound::quality,
    hits::{Hit, clauses},
    stance,
    unknown::says_something,
    vocabulary::Vocabulary,
};
use crate::search::danish;

/// The shortest common beginning that tells anything, in folded letters.
const SHORTEST_BEGINNING: usize = 4;
/// How much of the word it must be, in tenths.
const TENTHS: usize = 6;

pub(super) fn hits<'v>(wish: &str, vocabulary: &'v Vocabulary) -> Vec<Hit<'v>> {
    let clauses = clauses(wish);
    let stances = stance::of(&clauses);
    let words = clauses.iter().zip(stances).enumerate().flat_map(|(clause, (words, stances))| {
        words.iter().zip(stances).map(move |(word, stance)| (clause, *word, stance)).collect::<Vec<_>>()
    });
    let meant = words.filter(|(_, _, stance)| *stance > 0.0);
    meant.filter_map(|(clause, word, stance)| hit(clause, word, stance, vocabulary)).collect()
}

fn hit<'v>(clause: usize, word: &str, stance: f32, vocabulary: &'v Vocabulary) -> Option<Hit<'v>> {
    let key = danish::fold(word);
    if !says_something(word, &key, vocabulary) {
        return None;
    }
    let least = SHORTEST_BEGINNING.max(key.len() * TENTHS / 10);
    let beginnings = (least..=key.len()).rev().filter(|end| key.is_char_boundary(*end)).map(|end| &key[..end]);
    let meaning = beginnings.filter_map(|beginning| vocabulary.beginning_with(beginning)).next()?;
    let (typed, quality, acts) = (word.to_owned(), quality::GUESS, Acts::default());
    Some(Hit { typed, meaning, quality, stance, acts, clause, key, is_hint: false })
}
