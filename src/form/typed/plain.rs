//! The plain signs beneath what was pasted: nothing that cannot be seen, one kind of digit, of hyphen and of space.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The zero of each script whose ten digits follow one another (Unicode 14.0, Nd), in order.
const ZEROS: [char; 58] = [
    '٠',
    '۰',
    '߀',
    '०',
    '০',
    '੦',
    '૦',
    '୦',
    '௦',
    '౦',
    '೦',
    '൦',
    '෦',
    '๐',
    '໐',
    '༠',
    '၀',
    '႐',
    '០',
    '᠐',
    '᥆',
    '᧐',
    '᪀',
    '᪐',
    '᭐',
    '᮰',
    '᱀',
    '᱐',
    '꘠',
    '꣐',
    '꤀',
    '꧐',
    '꧰',
    '꩐',
    '꯰',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1e140}',
    '\u{1e2f0}',
    '𞥐',
];

/// For numbers, days and addresses: what a person would read aloud of the text.
pub(super) fn plain(typed: &str) -> String {
    let seen = typed.nfkc().filter(|c| !is_unseen(*c) && !is_joiner(*c) && !is_variation(*c));
    seen.map(|c| digit(c).unwrap_or_else(|| plain_sign(c))).collect()
}

fn plain_sign(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => '-',
        '⁄' | '∕' => '/',
        '。' | '｡' => '.',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    }
}

/// The ASCII digit that a digit of another script stands for.
fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= c)].last()?;
    char::from_digit(u32::from(c) - u32::from(*zero), 10)
}

/// Marks that show nothing: soft hyphens, marks of direction, spaces and fillers of no width, and what is no character.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e001f}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Joins or parts the letters beside it, in scripts that have such forms and in pictures made of several.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Chooses the form of the sign before it.
fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A form or an address line without the character of code 0, which PostgreSQL cannot keep. It is never meant.
pub fn without_nul(encoded: &[u8]) -> Cow<'_, [u8]> {
    let holds_one = encoded.contains(&0) || encoded.windows(3).any(|three| three == b"%00");
    if !holds_one {
        return Cow::Borrowed(encoded);
    }
    let mut kept = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((first, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(b"%00") {
            rest = after;
            continue;
        }
        if *first != 0 {
            kept.push(*first);
        }
        rest = after;
    }
    Cow::Owned(kept)
}
