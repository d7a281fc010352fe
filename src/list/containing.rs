//! Looking for what somebody typed in the text of columns, in any script (docs/adr/0032).

use std::{collections::HashMap, sync::LazyLock};

use sea_orm::{
    Condition, IntoSimpleExpr,
    sea_query::{Expr, Func},
};

use unicode_normalization::UnicodeNormalization;

use crate::database::plain_letter;

/// The most letters that are looked for.
const LONGEST: usize = 100;
/// The most places in which what was typed may be spelled both ways.
const MOST_SPELLED: usize = 3;
/// One letter and two for it.
const SPELLED: [(char, &str); 4] = [('æ', "ae"), ('ø', "oe"), ('å', "aa"), ('ß', "ss")];
/// What stands for the same sign.
const ALIKE: [&str; 6] = ["æÆäÄ", "øØöÖ", "åÅ", "'’ʼ´`", " \u{a0}-", "ßẞ"];

/// Whether one of these columns contains what was typed, whatever the case and the marks of its letters; nothing when
/// nothing was typed. What means "anything" to the database means itself.
pub fn containing<C: IntoSimpleExpr>(columns: impl IntoIterator<Item = C>, typed: &str) -> Option<Condition> {
    let typed = small(typed);
    if typed.is_empty() {
        return None;
    }
    let patterns: Vec<String> = spellings(&typed).iter().map(|spelled| pattern(spelled)).collect();
    let mut any = Condition::any();
    for column in columns {
        let column = column.into_simple_expr();
        for pattern in &patterns {
            // SQLite has this function; a migration gives it to PostgreSQL.
            any = any.add(Expr::from(Func::cust("glob").args([Expr::val(pattern.clone()), column.clone()])));
        }
    }
    Some(any)
}

/// The same of a text that is in memory.
pub fn contains(text: &str, typed: &str) -> bool {
    let plain = |text: &str| {
        let spelled = SPELLED.iter().fold(small(text), |text, (one, two)| text.replace(two, &one.to_string()));
        spelled.chars().map(plain_letter).collect::<String>()
    };
    plain(text).contains(&plain(typed))
}

/// In small letters, each with its marks in one sign; those that are left over stand beside none.
fn small(text: &str) -> String {
    let letters = text.trim().nfc().take(LONGEST).flat_map(char::to_lowercase);
    letters.filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).collect()
}

/// What was typed, with æ and ae, ø and oe, å and aa in each place as the one and as the other.
fn spellings(typed: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let (mut rest, mut spelled) = (typed, 0);
    while let Some(letter) = rest.chars().next() {
        let both = SPELLED.iter().find(|(one, two)| letter == *one || rest.starts_with(two));
        match both.filter(|_| spelled < MOST_SPELLED) {
            Some((one, two)) => {
                let doubled = found.iter().map(|text| format!("{text}{two}")).collect::<Vec<_>>();
                found.iter_mut().for_each(|text| text.push(*one));
                found.extend(doubled);
                rest = rest.strip_prefix(two).or_else(|| rest.strip_prefix(letter)).unwrap_or_default();
                spelled += 1;
            }
            None => {
                found.iter_mut().for_each(|text| text.push(letter));
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    found
}

/// A pattern that names for each letter all that stand for it.
fn pattern(small: &str) -> String {
    let mut pattern = String::from("*");
    for letter in small.chars() {
        match LETTERS.get(&letter).or_else(|| LETTERS.get(&plain_letter(letter))) {
            Some(alike) => pattern.extend(["[", alike, "]"]),
            // Alone in its brackets it would turn their meaning round; no text holds the other sign.
            None if letter == '^' => pattern.push_str("[\u{1}^]"),
            None if letter == ']' => pattern.push(']'),
            None => pattern.extend(['[', letter, ']']),
        }
    }
    pattern.push('*');
    pattern
}

/// Each small letter with all that stand for it. A dash is the last in its brackets, where it means itself.
static LETTERS: LazyLock<HashMap<char, String>> = LazyLock::new(|| {
    let mut letters: HashMap<char, String> = HashMap::new();
    // Latin with its marks, Greek and Cyrillic; other scripts know no capitals, or are written out below.
    let ranges = ['a'..='z', 'A'..='Z', '\u{c0}'..='\u{17f}', '\u{218}'..='\u{21b}', '\u{370}'..='\u{52f}'];
    for letter in ranges.into_iter().flatten().filter(|letter| letter.is_alphabetic()) {
        letters.entry(plain_letter(letter)).or_default().push(letter);
    }
    for alike in ALIKE {
        letters.extend(alike.chars().map(|letter| (letter, alike.to_owned())));
    }
    letters
});
