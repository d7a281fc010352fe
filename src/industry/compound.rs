//! Finds the industry in a word that the vocabulary does not have as it stands.

use super::single::Typed;
use super::sound;
use super::vocabulary::Vocabulary;
use super::word::Meaning;
use crate::search::danish;

/// How surely a word was found, by the way it was found.
pub mod quality {
    /// The word as it stands.
    pub const EXACT: f32 = 1.0;
    /// The word with another ending.
    pub const INFLECTED: f32 = 0.9;
    /// Part of a compound decides it.
    pub const COMPOUND: f32 = 0.8;
    /// A phrase whose words stand apart.
    pub const APART: f32 = 0.8;
    /// Written by ear.
    pub const SOUND: f32 = 0.75;
    /// A slip of the pen away.
    pub const MISSPELT: f32 = 0.6;
    /// Only the first part of a compound is known.
    pub const FIRST_PART: f32 = 0.4;
    /// It begins like a known word.
    pub const GUESS: f32 = 0.25;
}

/// The shortest thing that tells what a compound is whatever it begins with, in folded letters.
const SURE_HEAD: usize = 7;
/// Endings of a noun, the longest first.
const ENDINGS: [&str; 8] = ["erne", "ene", "er", "en", "et", "ne", "r", "n"];
/// Endings of what one did, does, or has done, and of the doing, the longest first.
const DONE: [&str; 12] = ["eringen", "ering", "ningen", "ingen", "ning", "ende", "ede", "ing", "te", "et", "er", "t"];
/// The shortest root before such an ending, in folded letters.
const SHORTEST_ROOT: usize = 4;
/// From so many folded letters on, a word is hardly one slip away from another one by chance.
const LONG: usize = 7;

/// What a single word means, and how surely. `key` is folded.
pub fn meaning<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<(&'v Meaning, f32)> {
    if let Some(found) = vocabulary.exact(key) {
        return Some((found, quality::EXACT));
    }
    if vocabulary.is_ordinary(key) {
        return None;
    }
    known(vocabulary, key)
        .or_else(|| short(vocabulary, key).map(|found| (found, quality::INFLECTED)))
        .or_else(|| heard(vocabulary, key).map(|found| (found, quality::SOUND)))
        .or_else(|| slipped(vocabulary, key).map(|found| (found, quality::MISSPELT)))
        .or_else(|| by_head(vocabulary, key).map(|found| (found, quality::COMPOUND)))
        .or_else(|| misspelt(vocabulary, key).map(|found| (found, quality::MISSPELT)))
        .or_else(|| by_misspelt_head(vocabulary, key).map(|found| (found, quality::MISSPELT)))
        .or_else(|| by_first_part(vocabulary, key).map(|found| (found, quality::FIRST_PART)))
}

fn known<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<(&'v Meaning, f32)> {
    let exact = vocabulary.exact(key).map(|found| (found, quality::EXACT));
    let by_stem = || vocabulary.by_stem(key).filter(|_| key.len() > 3);
    exact.or_else(|| by_stem().or_else(|| done(vocabulary, key)).map(|found| (found, quality::INFLECTED)))
}

/// What a form says of something that one does, which the stemmer leaves as it is: "skruede", "asfaltering".
fn done<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let roots = DONE.iter().filter_map(|ending| key.strip_suffix(ending)).filter(|root| root.len() >= SHORTEST_ROOT);
    let forms = roots.flat_map(|root| [format!("{root}e"), root.to_owned()]);
    forms.filter(|form| !vocabulary.is_ordinary(form)).find_map(|form| vocabulary.exact(&form))
}

/// A short word without its ending, which the stemmer leaves to it: "aber".
fn short<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let bare =
        ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending)).filter(|bare| (2..=4).contains(&bare.len()));
    let forms = bare.flat_map(|bare| [bare.to_owned(), format!("{bare}e")]);
    forms
        .filter(|form| !vocabulary.is_ordinary(form))
        .find_map(|form| vocabulary.exact(&form).filter(|_| form.len() > 2))
}

fn heard<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    vocabulary.by_sound(key).filter(|_| key.len() >= sound::SHORTEST)
}

/// What a compound is. When its end only names a part that one plays, the beginning decides
/// ("hotel-chef"); otherwise the end does ("lastvogns-mekaniker"), the longest first.
fn by_head<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let roles = || splits(key, 2, 3).filter(|(_, ending)| vocabulary.is_role_ending(ending));
    roles()
        .find_map(|(modifier, _)| of_modifier(vocabulary, modifier))
        .or_else(|| splits(key, 3, 4).find_map(|(modifier, head)| of_head(vocabulary, modifier, head)))
        .or_else(|| roles().find_map(|(modifier, _)| by_head(vocabulary, modifier)))
}

/// The thing in a compound that ends in what one does with it ("cykel-reparation").
pub(super) fn modifier_of_deed<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let is_deed = |ending: &str| known(vocabulary, ending).is_some_and(|(meaning, _)| meaning.deed.is_some());
    splits(key, 3, 3).filter(|(_, ending)| is_deed(ending)).find_map(|(modifier, _)| of_modifier(vocabulary, modifier))
}

/// The end of a compound, unless it is so short that it may stand there by chance.
fn of_head<'v>(vocabulary: &'v Vocabulary, modifier: &str, head: &str) -> Option<&'v Meaning> {
    // "Foliering" is no ring.
    let is_chance = head.len() == 4 && (modifier.len() < 4 || head == "ring" && modifier.ends_with('e'));
    if is_chance || vocabulary.is_ordinary(head) || !vocabulary.is_single_word(head) {
        return None;
    }
    // A short thing at the end of an unknown word stands there by chance ("kvabbur-følle").
    let may_stand_alone = head.len() >= SURE_HEAD || vocabulary.is_title(head);
    if !may_stand_alone && !vocabulary.is_part(modifier) {
        return None;
    }
    known(vocabulary, head).map(|(found, _)| found)
}

/// The beginning of a compound, with or without its linking letter ("butik-s-assistent").
fn of_modifier<'v>(vocabulary: &'v Vocabulary, modifier: &str) -> Option<&'v Meaning> {
    let unlinked = modifier.strip_suffix(['s', 'e', 'n']).filter(|rest| rest.len() >= 3);
    let forms = [Some(modifier), unlinked].into_iter().flatten();
    let mut words = forms.filter(|form| vocabulary.is_single_word(form));
    words.find_map(|form| known(vocabulary, form).map(|(found, _)| found))
}

/// A long word that is one slip away from a known one is that word, before it is a compound that ends in a short one by
/// chance ("blkken-slager").
fn slipped<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    nearest(vocabulary, key, 1).filter(|_| key.len() >= LONG)
}

fn misspelt<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    nearest(vocabulary, key, 2)
}

fn by_misspelt_head<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    splits(key, 3, 7).find_map(|(_, head)| nearest(vocabulary, head, 1))
}

/// The vocabulary's word that lies nearest, within `limit` slips and those that its length
/// forgives; the first letter must be right. Of equally near ones, first one in which no letter is changed for another (a
/// letter is more often missing, doubled or swapped: "fiker" is "fisker", not "fiber"), then a title.
fn nearest<'v>(vocabulary: &'v Vocabulary, key: &str, limit: usize) -> Option<&'v Meaning> {
    let first = key.chars().next()?;
    let typed = Typed::new(key, danish::stem(key));
    let measured = vocabulary.single_words_with(&key[..first.len_utf8()]).filter_map(|single| {
        let slips = single.slips_from(&typed, limit)?;
        Some((slips, is_changed(key, &single.word), !single.is_title, &single.word))
    });
    let (_, _, _, nearest) = measured.min()?;
    vocabulary.exact(nearest)
}

/// Whether two words are equally long and not made of the same letters.
fn is_changed(one: &str, other: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.len() == other.len() && letters(one) != letters(other)
}

fn by_first_part<'v>(vocabulary: &'v Vocabulary, key: &str) -> Option<&'v Meaning> {
    let mut parts: Vec<_> = splits(key, 5, 3).collect();
    parts.reverse();
    parts.into_iter().find_map(|(first, _)| vocabulary.exact(first).filter(|_| !vocabulary.is_ordinary(first)))
}

/// Every way to part a word in two, the longest right-hand part first.
pub fn splits(key: &str, least_left: usize, least_right: usize) -> impl Iterator<Item = (&str, &str)> {
    let last = key.len().saturating_sub(least_right);
    (least_left..=last).filter(|at| key.is_char_boundary(*at)).map(|at| key.split_at(at))
}
