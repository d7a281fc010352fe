//! Which signs stand for which when text is looked for.

use super::plain_letter;

/// What stands for the same sign.
const ALIKE: [&str; 8] = ["æǽǣ", "øœ", "'’‘ʼʻ´`′׳", " \u{a0}\u{2009}\u{202f}‐‑‒–—―−־-", "ßẞ", "يىی", "كک", "هة"];
/// Letters that are printed as one.
const TIED: [(char, &str); 8] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﻻ', "لا"), ('ﻼ', "لا"), ('ﷲ', "الله")];

/// The letters of a sign in which they are printed as one; none of any other.
pub fn untied(sign: char) -> &'static str {
    TIED.iter().find(|(tied, _)| *tied == sign).map_or("", |(_, letters)| *letters)
}

/// Marks of Latin, Arabic, Hebrew and Thai that no letter is composed with; some write them and some do not.
pub fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{304}' | '\u{306}'..='\u{30d}' | '\u{30f}' | '\u{311}' | '\u{323}'..='\u{328}'
        | '\u{32d}'..='\u{32e}' | '\u{330}'..='\u{331}' | '\u{335}' | '\u{483}' | '\u{5b0}'..='\u{5bd}'
        | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{657}' | '\u{670}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{200c}'..='\u{200d}')
}

/// Marks of direction, of no width and of form, which no text keeps.
pub fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The sign that stands for all that are like it.
pub fn plain(sign: char) -> char {
    let alike = |sign: char| ALIKE.iter().find(|alike| alike.contains(sign)).and_then(|alike| alike.chars().next());
    alike(sign).unwrap_or_else(|| {
        let plain = plain_letter(sign);
        alike(plain).unwrap_or(plain)
    })
}
