//! Which signs stand for which when text is looked for.

use std::{
    collections::{BTreeMap, HashMap},
    ops::RangeInclusive,
    sync::LazyLock,
};

use unicode_normalization::UnicodeNormalization;

use crate::database::plain_letter;

/// What stands for the same sign.
const ALIKE: [&str; 8] = ["æǽǣ", "øœ", "'’‘ʼʻ´`′׳", " \u{a0}\u{2009}\u{202f}‐‑‒–—―−־-", "ßẞ", "يىی", "كک", "هة"];
/// Scripts whose texts may hold marks that no letter is composed with, and those marks.
const MARKED: [(&[RangeInclusive<char>], &str); 4] = [
    (
        &['A'..='\u{52f}', '\u{1e00}'..='\u{1fff}', '\u{2c60}'..='\u{2c7f}', '\u{a640}'..='\u{a7ff}'],
        "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}\u{30f}\u{311}\
         \u{323}\u{324}\u{325}\u{326}\u{327}\u{328}\u{32d}\u{32e}\u{330}\u{331}\u{335}\u{483}\u{200c}\u{200d}",
    ),
    (
        &['\u{600}'..='\u{6ff}', '\u{750}'..='\u{77f}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{fefc}'],
        "\u{640}\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}\u{656}\u{657}\u{670}\
         \u{200c}\u{200d}",
    ),
    (
        &['\u{590}'..='\u{5ff}', '\u{fb1d}'..='\u{fb4f}'],
        "\u{5b0}\u{5b1}\u{5b2}\u{5b3}\u{5b4}\u{5b5}\u{5b6}\u{5b7}\u{5b8}\u{5b9}\u{5ba}\u{5bb}\u{5bc}\u{5bd}\u{5bf}\
         \u{5c1}\u{5c2}\u{5c7}",
    ),
    (
        &['\u{e00}'..='\u{e7f}'],
        "\u{e31}\u{e34}\u{e35}\u{e36}\u{e37}\u{e38}\u{e39}\u{e3a}\u{e47}\u{e48}\u{e49}\u{e4a}\u{e4b}\u{e4c}\u{e4d}\
         \u{e4e}",
    ),
];
/// Letters that are printed as one.
const TIED: [(char, &str); 8] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﻻ', "لا"), ('ﻼ', "لا"), ('ﷲ', "الله")];

/// The signs that a text may hold where the word has none or others, with what is written for them.
pub fn rare(word: &str) -> Vec<(char, &'static str)> {
    let is_of =
        |script: &[RangeInclusive<char>]| word.chars().any(|sign| script.iter().any(|some| some.contains(&sign)));
    let scripts = MARKED.iter().filter(|(script, _)| is_of(script));
    let mut rare: Vec<_> = scripts.flat_map(|(_, marks)| marks.chars().map(|mark| (mark, ""))).collect();
    let is_tied = |(tied, letters): &&(char, &str)| word.contains(|sign| sign == *tied || letters.contains(sign));
    rare.extend(TIED.iter().filter(is_tied));
    rare
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

/// å, ä and ö are letters of their own, and an a or o to whoever cannot type them.
fn without_marks(sign: char) -> char {
    let base = sign.nfd().next().unwrap_or(sign);
    base.to_lowercase().next().unwrap_or(base)
}

/// What a text that holds such signs matches; it may hold others, too.
pub const RARE: &str = "*[\u{300}-\u{fefc}]*";

/// A pattern that names for each letter all that stand for it.
pub fn pattern(word: &str) -> String {
    let mut pattern = String::from("*");
    for letter in word.chars() {
        match LETTERS.get(&plain(letter)) {
            Some((letters, set)) if letters.contains(&letter) => pattern.extend(["[", set, "]"]),
            Some((_, set)) => pattern.extend(["[", letter.encode_utf8(&mut [0; 4]), set, "]"]),
            // Alone in its brackets it would turn their meaning round; no text holds the other sign.
            None if letter == '^' => pattern.push_str("[\u{1}^]"),
            None if letter == ']' => pattern.push(']'),
            None => pattern.extend(['[', letter, ']']),
        }
    }
    pattern.push('*');
    pattern
}

/// The signs between brackets, those beside one another as the first and the last. A dash is the last, where it means
/// itself.
fn set(signs: impl IntoIterator<Item = char>) -> String {
    let mut signs: Vec<char> = signs.into_iter().collect();
    signs.sort_by_key(|sign| (*sign == '-', *sign));
    let runs = signs.chunk_by(|one, next| u32::from(*one) + 1 == u32::from(*next));
    runs.map(|run| match run {
        [first, _, .., last] => format!("{first}-{last}"),
        few => few.iter().collect(),
    })
    .collect()
}

/// Each plain letter that others stand for, with all of them and their set.
static LETTERS: LazyLock<HashMap<char, (Vec<char>, String)>> = LazyLock::new(|| {
    let mut letters: BTreeMap<char, Vec<char>> = BTreeMap::new();
    // Beyond are scripts without capitals and marks, and letters of mathematics and phonetics.
    let ranges = ['A'..='\u{1cff}', '\u{1e00}'..='\u{1fff}', '\u{2c60}'..='\u{33ff}', '\u{a640}'..='\u{abff}']
        .into_iter()
        .chain(['\u{fb00}'..='\u{ffff}', '\u{10400}'..='\u{1044f}']);
    let signs = ranges.flatten().filter(|sign| sign.is_alphabetic());
    for sign in signs.chain(ALIKE.iter().flat_map(|alike| alike.chars())) {
        for plain in [plain(sign), without_marks(sign)] {
            let alike = letters.entry(plain).or_default();
            if !alike.contains(&sign) {
                alike.push(sign);
            }
        }
    }
    letters.retain(|_, alike| alike.len() > 1);
    letters.into_iter().map(|(plain, alike)| (plain, (alike.clone(), set(alike)))).collect()
});
