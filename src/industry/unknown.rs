//! The words of a wish that led nowhere, so that somebody can teach them to the vocabulary.

use super::hits::{clauses, longest};
use super::negation;
use super::read_wish::read;
use super::vocabulary::Vocabulary;
use crate::search::danish;

/// A wish is kept in no more words than these: it must not become readable again.
const MOST: usize = 12;
/// Shorter words are abbreviations and slips.
const SHORTEST: usize = 3;

/// The words of a wish in which the vocabulary sees no industry, in small letters, each once; none of a wish that it
/// understands. Ordinary words are left out, and what the wish says no to, numbers, and addresses.
pub fn unknown_words(wish: &str, vocabulary: &Vocabulary) -> Vec<String> {
    if read(wish, vocabulary).is_understood() {
        return Vec::new();
    }
    let wish = without_addresses(wish);
    let clauses = clauses(&wish);
    let mut refused = negation::refused(&clauses).into_iter();
    let mut found: Vec<String> = Vec::new();
    for clause in &clauses {
        let refused: Vec<bool> = refused.by_ref().take(clause.len()).collect();
        for word in unknown_in(clause, &refused, vocabulary) {
            if found.len() < MOST && !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

fn unknown_in(words: &[&str], refused: &[bool], vocabulary: &Vocabulary) -> Vec<String> {
    let keys: Vec<String> = words.iter().map(|word| danish::fold(word)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (length, meaning) = longest(&keys[at..], vocabulary);
        if length == 1 && meaning.is_none() && !refused[at] && says_something(words[at], &keys[at], vocabulary) {
            found.push(words[at].to_lowercase());
        }
        at += length;
    }
    found
}

pub(super) fn says_something(word: &str, key: &str, vocabulary: &Vocabulary) -> bool {
    word.chars().count() >= SHORTEST
        && !word.contains(|sign: char| sign.is_numeric())
        && !vocabulary.is_ordinary(key)
        && !vocabulary.is_role_ending(key)
}

/// Addresses of mail and of pages hold names.
fn without_addresses(wish: &str) -> String {
    let is_address = |piece: &&str| piece.contains('@') || piece.contains("://") || piece.starts_with("www.");
    wish.split_inclusive(char::is_whitespace).filter(|piece| !is_address(piece)).collect()
}
