//! A text in the signs of phones as far as that changes no word: one curly quotation mark halves what fits into a message.

use unicode_normalization::UnicodeNormalization;

use super::length::{Coding, length};

/// The text with typewriter's signs for the printer's, and without what nobody sees. Letters stay as they are: a name with
/// a `ç` in it goes out in the longer coding rather than under another name.
pub fn plain(text: &str) -> String {
    // An å that is written as an a and a ring is the same å.
    let mut composed = String::new();
    for sign in text.nfc() {
        match spelled(sign) {
            Some(plain) => composed.push_str(plain),
            None => composed.push(sign),
        }
    }
    let bare: String = composed.chars().filter(|sign| !is_unseen(*sign)).collect();
    // Scripts that are not Latin join and turn by what is not seen.
    if length(&bare).coding == Coding::SevenBit { bare } else { without_breaks(&composed) }
}

/// What stands for a sign of the printer's; nothing for one that stays.
fn spelled(sign: char) -> Option<&'static str> {
    Some(match sign {
        '‘' | '’' | '‚' | '‛' | '´' | '`' | '′' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '•' => "-",
        '…' => "...",
        '·' => ".",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => " ",
        '\u{2028}' | '\u{2029}' => "\n",
        _ => return None,
    })
}

/// Joins, marks of direction, and places where a word may be broken.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn without_breaks(text: &str) -> String {
    text.replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "")
}
