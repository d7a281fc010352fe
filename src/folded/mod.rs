//! Text as it is searched in: one text for all ways to write it (docs/adr/0081). Pure; it knows no database.

mod letter;
mod signs;

use unicode_normalization::UnicodeNormalization;

pub use letter::plain_letter;
use signs::{is_mark, is_unseen, plain, untied};

/// The most letters that are looked for.
const LONGEST: usize = 100;
/// The most words that are looked for by themselves.
const MOST_WORDS: usize = 8;
/// What has so many digits and no letters is a number to call.
const FEWEST_DIGITS: usize = 6;
/// What parts the texts that are searched together. Nobody types it.
const PARTED: char = '\u{1f}';

/// These texts as they are searched in: æ, ø and å as two letters, and, where there are any, once more as whoever leaves out
/// their marks writes them. Numbers to call are their digits.
pub fn folded<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut folded = String::new();
    for text in texts.into_iter().filter(|text| !text.trim().is_empty()) {
        let (spelled, bare) =
            number(text).map_or_else(|| (spelled(text), bare(text)), |digits| (digits.clone(), digits));
        let forms = [Some(&spelled), Some(&bare).filter(|bare| **bare != spelled)];
        for form in forms.into_iter().flatten() {
            folded.extend((!folded.is_empty()).then_some(PARTED));
            folded.push_str(form);
        }
    }
    folded
}

/// A word as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// With æ, ø and å as two letters.
    pub spelled: String,
    /// Without their marks, where it has any: a slip of the pen.
    pub bare: Option<String>,
}

/// The words of what somebody typed; none when nothing was typed.
pub fn words(typed: &str) -> Vec<Word> {
    let typed: String = typed.nfc().filter(|sign| !is_unseen(*sign)).take(LONGEST).collect();
    if let Some(digits) = number(&typed) {
        return vec![Word { spelled: digits, bare: None }];
    }
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let rest = words.split_off(words.len().min(MOST_WORDS - 1)).join(" ");
    words.push(&rest);
    words.into_iter().map(Word::of).filter(|word| !word.spelled.is_empty()).collect()
}

impl Word {
    fn of(typed: &str) -> Self {
        let (spelled, bare) = (spelled(typed), bare(typed));
        Self { bare: Some(bare).filter(|bare| *bare != spelled), spelled }
    }
}

/// Whether a text contains each word of what was typed.
pub fn contains(text: &str, typed: &str) -> bool {
    let text = folded([text]);
    words(typed).iter().all(|word| text.contains(&word.spelled))
}

/// The digits of a number to call, without the zeros that stand for the plus before a country.
fn number(text: &str) -> Option<String> {
    let is_of_a_number = |sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | '\u{a0}' | '+' | '(' | ')');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= FEWEST_DIGITS && text.chars().all(is_of_a_number);
    is_number.then(|| digits.strip_prefix("00").unwrap_or(&digits).to_owned())
}

fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in letters(text).map(plain) {
        match two_letters(letter) {
            Some(two) => spelled.push_str(two),
            None => spelled.push(letter),
        }
    }
    spelled
}

fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for letter in letters(text) {
        match (two_letters(plain(letter)), letter) {
            (Some(_), 'ø') => bare.push('o'),
            (Some(two), _) => match letter.nfd().next().filter(char::is_ascii) {
                Some(base) => bare.push(base),
                None => bare.push_str(two),
            },
            (None, _) => bare.push(plain(letter)),
        }
    }
    bare
}

/// In small letters, without marks that no letter is composed with, and none tied to another.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let seen = text.nfc().filter(|sign| !is_unseen(*sign));
    let untied = seen.flat_map(|sign| untied(sign).chars().chain(untied(sign).is_empty().then_some(sign)));
    // The small letter of İ has its dot as a mark.
    untied.flat_map(char::to_lowercase).filter(|sign| !is_mark(*sign))
}

fn two_letters(letter: char) -> Option<&'static str> {
    match letter {
        'æ' => Some("ae"),
        'ø' => Some("oe"),
        'å' => Some("aa"),
        'ß' => Some("ss"),
        _ => None,
    }
}
