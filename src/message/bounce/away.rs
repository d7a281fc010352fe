//! Answers of machines: somebody is away, and perhaps until when.

use chrono::{Datelike, Days, NaiveDate};
use mail_parser::Message;

/// How the subjects begin with which mail programs answer for somebody.
const SUBJECTS: [&str; 9] = [
    "autosvar",
    "automatisk svar",
    "ikke på kontoret",
    "ikke til stede",
    "fraværsbesked",
    "fraværende",
    "automatic reply",
    "out of office",
    "auto:",
];

const MONTHS: [(&str, u32); 24] = [
    ("januar", 1),
    ("februar", 2),
    ("marts", 3),
    ("april", 4),
    ("maj", 5),
    ("juni", 6),
    ("juli", 7),
    ("august", 8),
    ("september", 9),
    ("oktober", 10),
    ("november", 11),
    ("december", 12),
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("october", 10),
    ("jan", 1),
    ("feb", 2),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
];

/// The longest time that somebody is believed to be away.
const LONGEST: Days = Days::new(400);

/// So long ago somebody may have gone who is still away.
const LATELY: Days = Days::new(60);

/// Whether a machine answered in somebody's place.
pub(super) fn is_automatic_reply(mail: &Message<'_>) -> bool {
    let header = |name: &'static str| mail.header(name).and_then(|value| value.as_text());
    let submitted = header("Auto-Submitted").unwrap_or_default().to_lowercase();
    let subject = mail.subject().unwrap_or_default().to_lowercase();
    submitted.starts_with("auto-replied")
        || header("X-Autoreply").is_some()
        || SUBJECTS.iter().any(|known| subject.starts_with(known))
}

/// The last day that a text names from today on: who writes from when until when names that day last, and "back on" is close
/// enough. Days are written as in Denmark, or as machines write them.
pub(super) fn until(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<String> = text
        .split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '/' | '-' | '.'))
        .map(|word| word.trim_matches(['.', '-', '/']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let found = (0..words.len()).filter_map(|at| named(&words[at..], today).or_else(|| numbered(&words[at], today)));
    found.filter(|day| (today..=today + LONGEST).contains(day)).max()
}

/// `14. december 2026`, `14 dec`.
fn named(words: &[String], today: NaiveDate) -> Option<NaiveDate> {
    let day = words.first()?.parse().ok()?;
    let (_, month) = MONTHS.iter().find(|(name, _)| Some(*name) == words.get(1).map(String::as_str))?;
    let year = words.get(2).and_then(|year| year.parse().ok()).filter(|year| *year > 2000);
    in_year(year, *month, day, today)
}

/// `2026-12-14`, `14/12-2026`, `14.12.26`, `14/12`.
fn numbered(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Ok(day) = word.parse::<NaiveDate>() {
        return Some(day);
    }
    let parts: Vec<u32> = word.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [day, month] if word.contains('/') => in_year(None, month, day, today),
        [day, month, year] => {
            in_year(i32::try_from(if year < 100 { year + 2000 } else { year }).ok(), month, day, today)
        }
        _ => None,
    }
}

/// Without a year it is the next such day, or one that is lately over: the first of a holiday that has begun.
fn in_year(year: Option<i32>, month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let this = NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), month, day)?;
    let is_long_over = year.is_none() && this + LATELY < today;
    if is_long_over { NaiveDate::from_ymd_opt(today.year() + 1, month, day) } else { Some(this) }
}
