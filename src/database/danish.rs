//! The order in which a Danish reader expects names, which SQLite does not know; PostgreSQL gets it from a migration.

use std::cmp::Ordering;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What the order is called in both databases.
pub const DANISH: &str = "danish";

/// A letter without its case and its marks; æ, ø and å are letters of their own.
pub fn plain_letter(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    match letter {
        'æ' | 'Æ' | 'ä' | 'Ä' => 'æ',
        'ø' | 'Ø' | 'ö' | 'Ö' => 'ø',
        'å' | 'Å' => 'å',
        'ü' | 'Ü' => 'u',
        'ı' | 'İ' => 'i',
        'ł' | 'Ł' => 'l',
        'ħ' | 'Ħ' => 'h',
        'ŧ' | 'Ŧ' => 't',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ς' => 'σ',
        '\u{a0}' => ' ',
        other => {
            let mut parts = other.nfkd();
            let base =
                parts.next().filter(|base| base.is_alphanumeric() && parts.all(is_combining_mark)).unwrap_or(other);
            base.to_lowercase().next().unwrap_or(base)
        }
    }
}

/// æ, ø and å stand at the end of the alphabet, and aa is an å.
pub fn in_danish_order(one: &str, other: &str) -> Ordering {
    ranks(one).cmp(ranks(other)).then_with(|| one.cmp(other))
}

fn ranks(text: &str) -> impl Iterator<Item = u32> {
    let mut letters = text.chars().map(plain_letter).peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        Some(match letter {
            'a' if letters.next_if_eq(&'a').is_some() => u32::from('z') + 3,
            'æ' => u32::from('z') + 1,
            'ø' => u32::from('z') + 2,
            'å' => u32::from('z') + 3,
            other => u32::from(other),
        })
    })
}
