//! Finds CPR numbers, however they are written. There is no lawful use for one here.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::plain::plain;

/// More than this many signs between two digits part two numbers.
const LONGEST_GAP: usize = 12;
/// A number of a telephone has at most this many digits, with the country.
const LONGEST_PHONE: usize = 15;
/// People with a CPR number were born in these years.
const BIRTHS: std::ops::RangeInclusive<i32> = 1858..=2057;

/// Whether a CPR number stands in the text: day, month, year and four digits more, in whatever way they are grouped and
/// parted, and whatever letters stand beside them. Telephone numbers, dates, times and amounts are none.
pub fn holds_cpr_number(typed: &str) -> bool {
    runs(&without_ids(&plain(typed))).iter().any(|run| holds_one(run))
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

/// Digits that stand together, and what stands between them and the digits before.
#[derive(Default)]
struct Group {
    gap: String,
    digits: String,
}

impl Group {
    fn len(&self) -> usize {
        self.digits.len()
    }
}

/// The groups of digits that nothing but gaps part. A plus begins a run of its own: what follows is a telephone number.
fn runs(plain: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = vec![Vec::new()];
    let mut gap = String::new();
    let signs: Vec<char> = plain.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let run = runs.len() - 1;
        if sign.is_ascii_digit() {
            match runs[run].last_mut() {
                Some(group) if gap.is_empty() => group.digits.push(*sign),
                _ => runs[run].push(Group { gap: std::mem::take(&mut gap), digits: sign.to_string() }),
            }
        } else if is_gap(*sign, gap.is_empty(), signs.get(at + 1)) && gap.chars().count() < LONGEST_GAP {
            gap.push(*sign);
        } else {
            gap = if *sign == '+' { "+".to_owned() } else { String::new() };
            runs.push(Vec::new());
        }
    }
    runs
}

/// What people write between the digits of one number: whatever is no letter. Signs that part sentences or count things
/// end it, unless digits stand on both sides of them at once.
fn is_gap(sign: char, is_first: bool, next: Option<&char>) -> bool {
    match sign {
        ',' | ';' | '+' | '?' | '!' | '%' | '&' | '@' | '#' | '$' | '€' | '£' | '×' => {
            is_first && next.is_some_and(char::is_ascii_digit)
        }
        _ => !sign.is_alphanumeric(),
    }
}

fn holds_one(run: &[Group]) -> bool {
    let digits: usize = run.iter().map(Group::len).sum();
    let is_called = run.first().is_some_and(|first| first.gap.starts_with('+'));
    if is_called && digits <= LONGEST_PHONE {
        return false;
    }
    (digits == 10 && is_whole_number(run)) || (0..run.len()).any(|from| begins_one(&run[from..]))
}

/// Whether the groups begin with a CPR number in one of the ways in which it is grouped.
fn begins_one(groups: &[Group]) -> bool {
    let lengths: Vec<usize> = groups.iter().take(4).map(Group::len).collect();
    match lengths[..] {
        [10 | 12, ..] => is_date(&digits(&groups[..1])),
        [6 | 8, 4, ..] => is_date(&digits(&groups[..2])),
        [1 | 2, 1 | 2, 2, 4] => is_padded_or_parted(groups) && !is_span_of_time(groups) && is_date(&padded(groups)),
        [1 | 2, 1 | 2, 4, 4] => is_padded_or_parted(groups) && !is_blank(&groups[3].gap) && is_date(&padded(groups)),
        _ => false,
    }
}

fn digits(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// The digits of day, month, year and the rest, with the noughts that were left out.
fn padded(groups: &[Group]) -> String {
    groups.iter().take(4).map(|group| format!("{:0>2}", group.digits)).collect()
}

/// `9.30-12.00 2026`: times have a full stop or a colon within them and a hyphen between them.
fn is_span_of_time(groups: &[Group]) -> bool {
    groups[1].gap.contains('-') && matches!(groups[2].gap.as_str(), "." | ":")
}

/// Days and months of one digit are those of a date only where marks part them.
fn is_padded_or_parted(groups: &[Group]) -> bool {
    (groups[0].len() == 2 && groups[1].len() == 2) || !(is_blank(&groups[1].gap) || is_blank(&groups[2].gap))
}

fn is_blank(gap: &str) -> bool {
    gap.chars().all(char::is_whitespace)
}

/// Whether ten digits that stand alone are a CPR number, however they are grouped.
fn is_whole_number(run: &[Group]) -> bool {
    is_date(&digits(run)) && !is_day_and_time(run) && !is_domestic_call(run) && !is_amount(run)
}

/// `12.059.012,34`: thousands, and hundredths after a comma.
fn is_amount(run: &[Group]) -> bool {
    match run {
        [first, thousands @ .., hundredths] if !thousands.is_empty() => {
            let is_thousand = |group: &Group| group.gap == "." && group.len() == 3;
            first.len() <= 3 && thousands.iter().all(is_thousand) && hundredths.gap == "," && hundredths.len() == 2
        }
        _ => false,
    }
}

/// `28.11.26 19.44`
fn is_day_and_time(run: &[Group]) -> bool {
    match run {
        [.., hour, minute] => hour.gap.contains(' ') && matches!(minute.gap.as_str(), "." | ":") && minute.len() == 2,
        _ => false,
    }
}

/// A number of a neighbouring country without the country: `070-123 45 67`, `08-123 456 78`.
fn is_domestic_call(run: &[Group]) -> bool {
    let Some(first) = run.first() else { return false };
    let mut end = 0;
    let parts_the_date = run.iter().any(|group| {
        end += group.len();
        end == 6
    });
    run.len() > 1 && first.digits.starts_with('0') && (first.len() == 3 || !parts_the_date)
}

/// Whether the digits are day, month, year and four more. A replacement number, given to somebody without a CPR number,
/// has 60 added to its day.
fn is_date(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(day), Some(month)) = (number(0, 2), number(2, 4)) else { return false };
    let day = if day > 60 { day - 60 } else { day };
    let is_day = |year: u32| NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_some_and(is_of_somebody);
    match digits.len() {
        12 => number(4, 8).is_some_and(is_day),
        10 => number(4, 6).is_some_and(|year| [1800, 1900, 2000].into_iter().any(|century| is_day(century + year))),
        _ => false,
    }
}

fn is_of_somebody(birth: NaiveDate) -> bool {
    BIRTHS.contains(&birth.year())
}
