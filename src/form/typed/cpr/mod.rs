//! Finds CPR numbers, however they are written. There is no lawful use for one here.

mod groups;
mod shape;
mod spelled;

use uuid::Uuid;

use super::plain::plain;
use groups::groups;
use shape::holds_one;
use spelled::{with_months_in_digits, without_markup};

/// Whether a CPR number stands in the text: a day of birth in any of the ways in which days are written and four digits
/// more, with whatever stands between them that is no word and no number, and whatever letters stand beside them.
/// Telephone numbers, dates, times, addresses and amounts are none.
pub fn holds_cpr_number(typed: &str) -> bool {
    let bare = without_markup(typed);
    holds(typed) || (bare != typed && holds(&bare))
}

fn holds(typed: &str) -> bool {
    let lines: Vec<String> = typed.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).map(plain).collect();
    let plain = without_ids(&lines.join("\n"));
    let told = with_months_in_digits(&plain);
    holds_one(&groups(&plain)) || (told != plain && holds_one(&groups(&told)))
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
