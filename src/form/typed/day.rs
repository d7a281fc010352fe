//! Days as people write them.

use chrono::{Datelike, NaiveDate};

use super::plain::plain;

/// The years in which something of a mentor scheme may happen or have happened, births included.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A year of two digits is of this century up to this one, and of the last above it.
const LAST_OF_THIS_CENTURY: i32 = 49;

/// How the names of the months begin, in Danish, in English and as the neighbours write them.
const MONTHS: [(&str, u32); 17] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("maj", 5),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("des", 12),
    ("dez", 12),
];

/// A day, or `None` when there is no such day or its year is outside 1900 to 2100. Read are `2026-03-04`, `20260304`,
/// and day before month before year, as Danes write: `4.3.2026`, `4/3-26`, `04032026`, `040326`, `4. marts 2026`, `onsdag d. 4.
/// mar. 2026`; with a month in letters also `March 4th, 2026`. Midnight after it, as spreadsheets write, is left out.
pub fn day(typed: &str) -> Option<NaiveDate> {
    let plain = plain(typed).to_lowercase().replace("t00:00", " 00:00");
    let parts = parts(&plain);
    let parts = without_midnight(without_weekday(&parts));
    let date = match parts {
        [eight] if eight.len() == 8 && is_number(eight) => eight_digits(eight)?,
        [six] if six.len() == 6 && is_number(six) => {
            date(year_of(&six[4..])?, number(&six[2..4])?, number(&six[..2])?)?
        }
        [year, month, day] if year.len() == 4 && is_number(year) => {
            date(number(year)?, month_of(month)?, number(day)?)?
        }
        [month, day, year] if !is_number(month) => date(year_of(year)?, named_month(month)?, day_of(day)?)?,
        [day, month, year] => date(year_of(year)?, month_of(month)?, day_of(day)?)?,
        _ => return None,
    };
    YEARS.contains(&date.year()).then_some(date)
}

/// The words and numbers of a text; digits and letters side by side are two, but for `4th`.
fn parts(plain: &str) -> Vec<&str> {
    plain.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

/// Without the day of the week and the word before a date.
fn without_weekday<'a>(parts: &'a [&'a str]) -> &'a [&'a str] {
    let is_before = |part: &str| !is_number(part) && named_month(part).is_none() && is_weekday_or_article(part);
    let skipped = parts.iter().take_while(|part| is_before(part)).count();
    &parts[skipped..]
}

fn is_weekday_or_article(part: &str) -> bool {
    const SHORT: [&str; 12] = ["man", "tir", "tirs", "ons", "tor", "tors", "fre", "lør", "søn", "d", "den", "the"];
    part.ends_with("dag") || part.ends_with("day") || SHORT.contains(&part)
}

/// Without the time of a day that a spreadsheet wrote as an instant.
fn without_midnight<'a>(parts: &'a [&'a str]) -> &'a [&'a str] {
    let is_nought = |part: &&str| part.bytes().all(|b| b == b'0') || *part == "00z";
    match parts {
        [date @ .., hour, minute] if date.len() == 3 && is_nought(hour) && is_nought(minute) => date,
        [date @ .., hour, minute, second]
            if date.len() == 3 && is_nought(hour) && is_nought(minute) && is_nought(second) =>
        {
            date
        }
        _ => parts,
    }
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

fn number<T: std::str::FromStr>(part: &str) -> Option<T> {
    if is_number(part) && part.len() <= 4 { part.parse().ok() } else { None }
}

/// `4`, `04`, `4th`.
fn day_of(part: &str) -> Option<u32> {
    let ordinal = ["st", "nd", "rd", "th", "te"].iter().find_map(|ending| part.strip_suffix(ending));
    number(ordinal.unwrap_or(part))
}

fn month_of(part: &str) -> Option<u32> {
    if is_number(part) { number(part) } else { named_month(part) }
}

/// A month by its name or the beginning of it, three letters or more.
pub(super) fn named_month(part: &str) -> Option<u32> {
    const NAMES: [&str; 29] = [
        "januar",
        "january",
        "februar",
        "february",
        "marts",
        "march",
        "april",
        "maj",
        "may",
        "juni",
        "june",
        "juli",
        "july",
        "august",
        "september",
        "sept",
        "oktober",
        "october",
        "november",
        "december",
        "mars",
        "mai",
        "augusti",
        "desember",
        "dezember",
        "jan",
        "feb",
        "okt",
        "oct",
    ];
    let is_begun = NAMES.iter().any(|name| name.starts_with(part)) && part.chars().count() >= 3;
    MONTHS.iter().find(|(begins, _)| is_begun && part.starts_with(begins)).map(|(_, month)| *month)
}

fn year_of(part: &str) -> Option<i32> {
    let year: i32 = number(part)?;
    match part.len() {
        4 => Some(year),
        2 if year <= LAST_OF_THIS_CENTURY => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// `20260304` or `04032026`. No text is both: read the other way round, the year of the one is the month of the other.
fn eight_digits(digits: &str) -> Option<NaiveDate> {
    let read = |year: &str, month: &str, day: &str| date(number(year)?, number(month)?, number(day)?);
    let iso = read(&digits[..4], &digits[4..6], &digits[6..]).filter(|date| YEARS.contains(&date.year()));
    iso.or_else(|| read(&digits[4..], &digits[2..4], &digits[..2]))
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}
