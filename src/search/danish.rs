//! Danish words as the index and the wish reader see them: folded, split and stemmed.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

/// The longest word that is looked at, in letters; nothing longer is a word.
const LONGEST_WORD: usize = 60;

/// A word in one spelling: composed, lower case, `æøå` as `ae oe aa`, without marks and signs.
///
/// Whoever writes `tømrer`, `toemrer` or `TØMRER` means the same trade.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len() + 2);
    for letter in word.nfc().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            'ü' => folded.push('y'),
            plain if plain.is_ascii_alphanumeric() => folded.push(plain),
            other => folded.extend(other.nfd().filter(|part| part.is_alphanumeric())),
        }
    }
    folded
}

/// The Danish stem of a folded word: `elektrikernes` and `elektriker` share one.
pub fn stem(folded: &str) -> String {
    let stem = Stemmer::new(Algorithm::Danish).stem(folded);
    // The stemmer writes one consonant for two, and makes a doctor ("læge") of whoever lays floors ("lægger").
    if stem == "laeg" && folded.starts_with("laegg") { "laegg".to_owned() } else { stem.into_owned() }
}

/// The words of a text as they were typed, without the signs between them.
///
/// A hyphen parts words, and so does a slash; an apostrophe does not (`pt'er`).
pub fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    words.filter(|word| !word.is_empty() && word.chars().count() <= LONGEST_WORD).collect()
}

/// Signs that belong to the word they stand in.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '\u{0300}'..='\u{036f}' | '\u{00ad}')
}
