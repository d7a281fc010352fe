//! The industries as a table.

use chrono::NaiveDate;

use super::Line;
use crate::{industry, language::Tr, page::Sheet, spreadsheet::Cell};

/// A line, or those who wait without a confirmed industry.
pub enum Told {
    Line(Line),
    Unknown(u64),
}

/// What is told of a line alone.
type OfLine = (&'static str, fn(&Line) -> Cell);

const OF_LINE: [OfLine; 6] = [
    ("waiting_since", |line| line.since.into()),
    ("free_seats", |line| part(line.free)),
    ("from_neighbours", |line| part(line.neighbours)),
    ("coming_free", |line| part(line.coming)),
    ("coming_free_on", |line| days(&line.coming_on).into()),
    ("gap", |line| part(line.gap)),
];

/// `scope` are the names of the area and the partner that the figures are about, empty for all.
pub fn industries_table(tr: Tr, today: NaiveDate, [area, partner]: [String; 2]) -> Sheet<'static, Told> {
    let [since, rest @ ..] = OF_LINE;
    let of_line = |sheet: Sheet<'static, Told>, (name, cell): (&'static str, fn(&Line) -> Cell)| {
        sheet.named("shortage-heading", name, move |told: &Told| told.line().map(cell))
    };
    let heading = "shortage-heading";
    let who = Sheet::telling_of_nobody(tr, "shortage")
        .named(heading, "industry_code", |told: &Told| told.line().map(|line| line.industry.to_string()))
        .named(heading, "industry", move |told: &Told| told.title(tr))
        .named(heading, "people", |told: &Told| told.people())
        .named(heading, "waiting", |told: &Told| {
            told.line().map_or_else(|| told.people().into(), |line| part(line.waiting))
        });
    let waits = of_line(who, since).named(heading, "longest_wait_days", move |told: &Told| {
        told.line().map(|line| (today - line.since).num_days())
    });
    rest.into_iter().fold(waits, of_line).named(heading, "area", move |_| area.clone()).named(
        heading,
        "partner",
        move |_| partner.clone(),
    )
}

impl Told {
    fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Unknown(_) => None,
        }
    }

    fn title(&self, tr: Tr) -> String {
        match self {
            Self::Line(line) => industry::name(tr, &line.industry),
            Self::Unknown(_) => tr.t("shortage-unknown-industry"),
        }
    }

    fn people(&self) -> u64 {
        match self {
            Self::Line(line) => line.people,
            Self::Unknown(people) => *people,
        }
    }
}

fn days(all: &[NaiveDate]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A number with at most two decimals.
fn part(number: f64) -> Cell {
    ((number * 100.0).round() / 100.0).into()
}
