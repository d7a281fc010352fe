//! One letter for all that differ by case and marks alone.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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
