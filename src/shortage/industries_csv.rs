//! The industries as a file.

use chrono::NaiveDate;

use super::Line;
use crate::{
    industry,
    language::Tr,
    spreadsheet::{Cell, csv_file},
};

const HEADER: [&str; 13] = [
    "industry_code",
    "industry",
    "people",
    "waiting",
    "waiting_since",
    "longest_wait_days",
    "free_seats",
    "from_neighbours",
    "coming_free",
    "coming_free_on",
    "gap",
    "area",
    "partner",
];

/// One row for each industry, and one without a code for those who wait without a confirmed one. `scope` are the names
/// of the area and the partner that the figures are about, empty for all.
pub fn industries_csv(
    tr: Tr,
    today: NaiveDate,
    lines: &[Line],
    unknown: u64,
    scope: &[String; 2],
) -> Result<Vec<u8>, csv::Error> {
    let unread = (unknown > 0).then(|| unknown_row(tr, unknown, scope));
    csv_file(&HEADER, lines.iter().map(|line| row(tr, today, line, scope)).chain(unread))
}

fn row(tr: Tr, today: NaiveDate, line: &Line, [area, partner]: &[String; 2]) -> [Cell; 13] {
    let days = line.coming_on.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    [
        Cell::text(line.industry.to_string()),
        Cell::text(industry::title(tr, &line.industry)),
        Cell::number(line.people),
        part(line.waiting),
        Cell::text(line.since.to_string()),
        Cell::number((today - line.since).num_days()),
        part(line.free),
        part(line.neighbours),
        part(line.coming),
        Cell::text(days),
        part(line.gap),
        Cell::text(area),
        Cell::text(partner),
    ]
}

fn unknown_row(tr: Tr, unknown: u64, [area, partner]: &[String; 2]) -> [Cell; 13] {
    let mut cells = [const { Cell::Text(String::new()) }; 13];
    cells[1] = Cell::text(tr.t("shortage-unknown-industry"));
    cells[2] = Cell::number(unknown);
    cells[3] = Cell::number(unknown);
    [cells[11], cells[12]] = [Cell::text(area), Cell::text(partner)];
    cells
}

/// A number with at most two decimals.
fn part(number: f64) -> Cell {
    Cell::number((number * 100.0).round() / 100.0)
}
