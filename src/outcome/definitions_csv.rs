//! What each figure and each column means, as a file that goes along with the others.

use super::{
    Figures, VERSION,
    catalogue::{Value, entries},
    courses_csv::HEADER,
    targets::RULES,
};
use crate::{
    language::Tr,
    spreadsheet::{Cell, csv_file},
};

const COLUMNS: [&str; 5] = ["file", "name", "kind", "definition", "definitions_version"];

/// One row a figure and one a column, in the reader's language.
pub fn definitions_csv(tr: Tr) -> Result<Vec<u8>, csv::Error> {
    let row = |file: &str, name: &str, kind: &str, definition: String| {
        [Cell::text(file), Cell::text(name), Cell::text(kind), Cell::text(definition), Cell::number(VERSION)]
    };
    let figures = entries(&Figures::default()).into_iter().map(|entry| {
        let kind = match entry.value {
            Value::Count(_) | Value::Unknown => "count",
            Value::Rate(_) => "rate",
            Value::Span(..) => "span",
        };
        row("figures.csv", &entry.name, kind, entry.definition(tr))
    });
    let targets = RULES.iter().map(|(name, key)| {
        row("figures.csv", &format!("targets.{name}"), "target", tr.t(format!("outcome-target-{key}-rule")))
    });
    let columns = HEADER.iter().map(|column| {
        let key = format!("outcome-column-{}", column.replace('_', "-"));
        row("courses.csv", column, "column", tr.t(key))
    });
    csv_file(&COLUMNS, figures.chain(targets).chain(columns))
}
