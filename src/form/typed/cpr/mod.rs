//! Finds CPR numbers, however they are written. There is no lawful use for one here.

mod cues;
mod groups;
mod shape;
mod spelled;

use std::collections::HashSet;

use uuid::Uuid;

use super::plain::plain;
use cues::without_cues;
use groups::groups;
use shape::holds_one;
use spelled::{with_months_in_digits, without_markup};

/// Whether a CPR number stands in the text: a day of birth in any of the ways in which days are written and four digits
/// more, with whatever stands between them that is no word and no number, or that says itself that a CPR number follows,
/// and whatever letters stand beside them. Telephone numbers, dates, times, addresses and amounts are none.
pub fn holds_cpr_number(typed: &str) -> bool {
    let bare = without_markup(typed);
    holds(typed) || (bare != typed && holds(&bare))
}

/// The same of fields that belong together, as day, month and year do: in one of them, or as typed one after the other.
pub fn parts_hold_cpr_number(parts: Vec<&str>) -> bool {
    parts.iter().any(|part| holds_cpr_number(part)) || holds_cpr_number(&parts.join("/"))
}

/// The text, without any of its digits where a CPR number is among them: for what comes from elsewhere and cannot be refused.
pub fn without_cpr_number(text: String) -> String {
    match holds_cpr_number(&text) {
        true => text.chars().map(|sign| if sign.is_numeric() { '•' } else { sign }).collect(),
        false => text,
    }
}

/// The names of the fields in which a CPR number stands, and of the parts of a day in which one stands together.
pub fn names_with_cpr_number(pairs: &[(String, String)]) -> HashSet<String> {
    let stem = |name: &str| PARTS.into_iter().find_map(|part| name.strip_suffix(part).map(str::to_owned));
    let of_day = |stem: &String| {
        let names = PARTS.map(|part| format!("{stem}{part}"));
        let typed = names.iter().flat_map(|name| pairs.iter().filter(move |(posted, _)| posted == name));
        parts_hold_cpr_number(typed.map(|(_, value)| value.as_str()).collect())
    };
    let days: HashSet<String> = pairs.iter().filter_map(|(name, _)| stem(name)).filter(of_day).collect();
    let holding = pairs
        .iter()
        .filter(|(name, value)| stem(name).is_some_and(|stem| days.contains(&stem)) || holds_cpr_number(value));
    holding.map(|(name, _)| name.clone()).collect()
}

/// How the names of the fields end that hold the parts of a day, in the order in which they stand on the page.
const PARTS: [&str; 3] = ["_day", "_month", "_year"];

fn holds(typed: &str) -> bool {
    let lines: Vec<String> = typed.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).map(plain).collect();
    let plain = without_cues(with_noughts(&without_ids(&lines.join("\n"))));
    let told = with_months_in_digits(&plain);
    holds_one(&groups(&plain)) || (told != plain && holds_one(&groups(&told)))
}

/// The text with a nought for each letter O that stands among digits alone, as in `17O506`.
fn with_noughts(plain: &str) -> String {
    let signs: Vec<char> = plain.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let is_letter = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|sign| sign.is_alphabetic());
    let is_nought = |at: usize| {
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let is_beside = is_digit(before) || is_digit(after);
        matches!(signs[at], 'O' | 'o') && is_beside && !is_letter(before) && !is_letter(after)
    };
    (0..signs.len()).map(|at| if is_nought(at) { '0' } else { signs[at] }).collect()
}

/// The text with a word in place of each id that this platform made, alone or in an address: they are random, and now
/// and then one has ten digits in a row that could be a CPR number.
fn without_ids(plain: &str) -> String {
    let ends_id = |sign: char| !sign.is_ascii_alphanumeric() && sign != '-';
    let words = plain.split_inclusive(ends_id);
    words.map(|word| if is_id(word.trim_end_matches(ends_id)) { "id " } else { word }).collect()
}

/// An id without a single letter is not made in the life of the platform; so many digits are a list of numbers.
fn is_id(word: &str) -> bool {
    Uuid::try_parse(word).is_ok() && word.bytes().any(|sign| sign.is_ascii_alphabetic())
}
