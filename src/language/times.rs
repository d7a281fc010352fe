//! When somebody has time in an ordinary week: a day and a part of it, such as `tue_evening`.

use crate::language::Tr;

/// The days of the week, as in codes and at the end of the keys `times-…`.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The parts of a day: before noon, until five, after that.
const PARTS: [&str; 3] = ["morning", "afternoon", "evening"];

/// A day of the week with its parts, to be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub name: String,
    pub parts: Vec<Part>,
}

/// A part of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub code: String,
    /// Day and part, for whoever does not see the table around it.
    pub label: String,
    pub is_chosen: bool,
}

/// Every time there is, in the order of the week.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    DAYS.into_iter().flat_map(|day| PARTS.into_iter().map(move |part| (day, part)))
}

fn code((day, part): (&str, &str)) -> String {
    format!("{day}_{part}")
}

/// The week as a table, with what was chosen. By reference, as templates pass it.
pub fn week(tr: &Tr, chosen: &[String]) -> Vec<Day> {
    let part = |day: &'static str, part: &'static str| {
        let code = code((day, part));
        Part { is_chosen: chosen.contains(&code), label: name(*tr, day, part), code }
    };
    let day = |day: &'static str| Day {
        name: tr.t(format!("times-{day}")),
        parts: PARTS.into_iter().map(|of_day| part(day, of_day)).collect(),
    };
    DAYS.into_iter().map(day).collect()
}

/// The parts of a day, as the head of the table.
pub fn parts(tr: &Tr) -> Vec<String> {
    PARTS.into_iter().map(|part| tr.t(format!("times-{part}"))).collect()
}

/// What was chosen in the order of the week, each once; nothing when something was never offered.
pub fn read(chosen: &[String]) -> Option<Vec<String>> {
    let known: Vec<String> = all().map(code).filter(|code| chosen.contains(code)).collect();
    chosen.iter().all(|code| known.contains(code)).then_some(known)
}

/// The times that both have.
pub fn shared<'t>(one: &'t [String], other: &[String]) -> Vec<&'t str> {
    one.iter().filter(|code| other.contains(code)).map(String::as_str).collect()
}

/// The times in words, as `tirsdag eftermiddag, tirsdag aften`.
pub fn names<T: AsRef<str>>(tr: Tr, chosen: &[T]) -> String {
    let is_chosen = |code: String| chosen.iter().any(|time| time.as_ref() == code);
    let times = all().filter(|time| is_chosen(code(*time)));
    times.map(|(day, part)| name(tr, day, part)).collect::<Vec<_>>().join(", ")
}

fn name(tr: Tr, day: &str, part: &str) -> String {
    format!("{} {}", tr.t(format!("times-{day}")), tr.t(format!("times-of-day-{part}")))
}
