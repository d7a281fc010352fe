//! An industry that somebody types the beginning of: "tøm", "negle", "Bilværksted".

use super::{
    called,
    codes::IndustryCode,
    name, read,
    vocabulary::{Vocabulary, key},
};
use crate::{language::Tr, word::Choice};

/// The longest text that is looked for, in letters: as long as its field.
const LONGEST: usize = 80;
/// The most that are offered at once.
const MOST: usize = 8;
/// The best of several is meant when the next is at most this sure beside it.
const CLEARLY: f32 = 0.5;

/// The industries that a text may mean, each with the word that led there; the surest first, each name once.
pub fn sought(tr: Tr, text: &str, vocabulary: &Vocabulary) -> Vec<Choice> {
    if text.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let mut found: Vec<(IndustryCode, String)> = Vec::new();
    found.extend(called(text).map(|code| (code, text.trim().to_owned())));
    found.extend(beginning_with(text, vocabulary));
    found.extend(read(text, vocabulary).wanted().into_iter().map(|trade| (trade.code, text.trim().to_owned())));
    let mut choices: Vec<Choice> = Vec::new();
    for (code, word) in found {
        let label = name(tr, &code);
        if choices.len() < MOST && !choices.iter().any(|choice| choice.label == label) {
            choices.push(Choice::new(code.to_string(), label).hint(word));
        }
    }
    choices
}

/// The industry that a text means, if it is clear which: its code, its name, or words that lead to one above all.
pub fn meant(text: &str, vocabulary: &Vocabulary) -> Option<IndustryCode> {
    if let Some(code) = text.parse().ok().or_else(|| called(text)) {
        return Some(code);
    }
    let read = read(text, vocabulary).suggestions;
    let best = read.first()?;
    let is_clear = read.get(1).is_none_or(|next| next.score <= best.score * CLEARLY);
    is_clear.then(|| best.trade())
}

/// What somebody may have meant who typed something that is not clear, to be ticked; nothing where it is clear.
pub fn unclear(tr: Tr, text: &str, vocabulary: &Vocabulary) -> Vec<Choice> {
    if text.trim().is_empty() || meant(text, vocabulary).is_some() { Vec::new() } else { sought(tr, text, vocabulary) }
}

/// Where words of the vocabulary lead that begin like this, titles and sure words first.
fn beginning_with(text: &str, vocabulary: &Vocabulary) -> Vec<(IndustryCode, String)> {
    let beginning = key(text);
    if beginning.chars().count() < 2 {
        return Vec::new();
    }
    let mut words = vocabulary.words_beginning_with(&beginning);
    let rank = |weight: f32| -(weight * 100.0) as i32;
    words.sort_by_key(|word| (!word.kind.is_title(), rank(word.weight), word.text.len()));
    words.into_iter().map(|word| (word.db07.clone(), word.text.clone())).collect()
}
