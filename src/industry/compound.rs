//! Finds the industry in a word that the vocabulary does not have as it stands.

use super::spelling;
use super::vocabulary::{Meaning, Vocabulary};
use crate::search::danish;

/// How surely a word was found, by the way it was found.
pub mod quality {
    /// The word as it stands.
    pub const EXACT: f32 = 1.0;
    /// The word with another ending.
    pub const INFLECTED: f32 = 0.9;
    /// Part of a compound decides it.
    pub const COMPOUND: f32 = 0.8;
    /// A slip of the pen away.
    pub const MISSPELT: f32 = 0.6;
    /// Only the first part of a compound is known.
    pub const FIRST_PART: f32 = 0.4;
}

/// What a single word means, and how surely. `key` is folded.
pub fn meaning<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<(&'v Meaning, f32)> {
    if let Some(found) = vocabulary.exact(key) {
        return Some((found, quality::EXACT));
    }
    if vocabulary.is_ordinary(key) {
        return None;
    }
    known(vocabulary, key)
        .or_else(|| by_head(vocabulary, key).map(|found| (found, quality::COMPOUND)))
        .or_else(|| misspelt(vocabulary, key).map(|found| (found, quality::MISSPELT)))
        .or_else(|| by_misspelt_head(vocabulary, key).map(|found| (found, quality::MISSPELT)))
        .or_else(|| by_first_part(vocabulary, key).map(|found| (found, quality::FIRST_PART)))
}

fn known<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<(&'v Meaning, f32)> {
    let exact = vocabulary.exact(key).map(|found| (found, quality::EXACT));
    let by_stem = || vocabulary.by_stem(key).filter(|_| key.len() > 3);
    exact.or_else(|| by_stem().map(|found| (found, quality::INFLECTED)))
}

/// The right-hand part of a compound names what it is ("lastvogns-mekaniker"), longest first; when
/// it only names a part that one plays ("hotel-chef"), the left-hand part decides.
fn by_head<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    for (modifier, head) in splits(key, 2, 3) {
        if vocabulary.is_role_ending(head)
            && let Some(found) = of_modifier(vocabulary, modifier)
        {
            return Some(found);
        }
        let is_long = head.len() >= 5 || (head.len() == 4 && modifier.len() >= 4);
        if modifier.len() >= 3
            && is_long
            && let Some((found, _)) = known(vocabulary, head)
            && !vocabulary.is_ordinary(head)
        {
            return Some(found);
        }
    }
    None
}

/// The first part of a compound, with or without its linking letter ("butik-s-assistent").
fn of_modifier<'v>(vocabulary: &'v Vocabulary, modifier: &str) -> Option<&'v Meaning> {
    let unlinked = modifier
        .strip_suffix(['s', 'e', 'n'])
        .filter(|rest| rest.len() >= 3);
    let forms = [Some(modifier), unlinked];
    let mut found = forms
        .iter()
        .flatten()
        .filter_map(|form| known(vocabulary, form).map(|(found, _)| found));
    found.next().or_else(|| {
        forms
            .iter()
            .flatten()
            .filter(|form| form.len() > 6)
            .find_map(|form| by_head(vocabulary, form))
    })
}

fn misspelt<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    nearest(vocabulary, key, spelling::forgiven(key))
}

fn by_misspelt_head<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    splits(key, 3, 7).find_map(|(_, head)| nearest(vocabulary, head, 1))
}

/// The vocabulary's word that lies nearest, within `limit` slips; the first letter must be right.
fn nearest<'v>(vocabulary: &'v Vocabulary, key: &str, limit: usize) -> Option<&'v Meaning> {
    if limit == 0 {
        return None;
    }
    let stem = danish::stem(key);
    let first = stem.chars().next()?;
    let alike = vocabulary
        .single_stems()
        .iter()
        .filter(|other| other.len() >= 4 && other.starts_with(first));
    let measured = alike.filter_map(|other| Some((spelling::distance(&stem, other, limit)?, other)));
    let (_, nearest) = measured.min()?;
    vocabulary.of_stem(nearest)
}

fn by_first_part<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let mut parts: Vec<_> = splits(key, 5, 3).collect();
    parts.reverse();
    parts
        .into_iter()
        .find_map(|(first, _)| vocabulary.exact(first).filter(|_| !vocabulary.is_ordinary(first)))
}

/// Every way to part a word in two, the longest right-hand part first.
pub fn splits(key: &str, least_left: usize, least_right: usize) -> impl Iterator<Item = (&str, &str)> {
    let last = key.len().saturating_sub(least_right);
    (least_left..=last)
        .filter(|at| key.is_char_boundary(*at))
        .map(|at| key.split_at(at))
}
