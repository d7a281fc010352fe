//! The figures as a table: one row a figure, each with everything one must know to check it.

use super::{
    Figures, Population, Target, VERSION,
    catalogue::{Entry, Value, breakdowns, entries},
};
use crate::{
    language::Tr,
    spreadsheet::{Cell, csv_file},
};

const HEADER: [&str; 12] = [
    "figure",
    "value",
    "numerator",
    "denominator",
    "low",
    "high",
    "from",
    "to",
    "as_of",
    "definitions_version",
    "definition",
    "target",
];

/// Every figure with its definition in the reader's language, and what a project promised of it.
pub fn figures_csv(
    tr: Tr,
    population: &Population,
    figures: &Figures,
    targets: &[Target],
) -> Result<Vec<u8>, csv::Error> {
    let span = population.span;
    let context = [span.from.to_string(), span.to.to_string(), span.as_of.to_string()];
    let rows = entries(figures).into_iter().chain(breakdowns(figures)).map(|entry| {
        let definition = entry.definition(tr);
        row(&entry, &context, definition, Cell::empty())
    });
    let targets = targets.iter().map(|target| {
        let entry = Entry { name: format!("targets.{}", target.name), key: target.key, value: target.result };
        row(&entry, &context, target.rule(tr), Cell::number(target.promised))
    });
    csv_file(&HEADER, rows.chain(targets))
}

fn row(entry: &Entry, context: &[String; 3], definition: String, target: Cell) -> [Cell; 12] {
    let [value, numerator, denominator, low, high] = cells(entry.value);
    let [from, to, as_of] = context.clone().map(Cell::Text);
    let (name, version) = (Cell::text(&entry.name), Cell::number(VERSION));
    [name, value, numerator, denominator, low, high, from, to, as_of, version, Cell::text(definition), target]
}

/// Value, numerator, denominator, low and high.
pub fn cells(value: Value) -> [Cell; 5] {
    let share = |share: Option<f64>| share.map_or_else(Cell::empty, Cell::number);
    match value {
        Value::Unknown => [Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty()],
        Value::Count(count) => [Cell::number(count), Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty()],
        Value::Rate(rate) => {
            let [low, high] = rate.interval.map_or([None, None], |interval| interval.map(Some));
            let (numerator, denominator) = (Cell::number(rate.numerator), Cell::number(rate.denominator));
            [share(rate.rate), numerator, denominator, share(low), share(high)]
        }
        Value::Span([low, high], _) => [Cell::empty(), Cell::empty(), Cell::empty(), share(low), share(high)],
    }
}
