//! One file of the format, read as far as its rows and the names of its columns.

use std::{collections::HashMap, sync::Arc};

use super::{
    csv::{self, Record},
    encoding,
    problem::{Place, Report, told},
    tables::Table,
};
use crate::form::typed;

/// Which columns a file has, and where.
#[derive(Debug, Default)]
pub struct Columns {
    positions: HashMap<&'static str, usize>,
}

impl Columns {
    pub fn has(&self, column: &str) -> bool {
        self.positions.contains_key(column)
    }

    pub fn position(&self, column: &str) -> Option<usize> {
        self.positions.get(column).copied()
    }

    /// How many there are.
    pub fn width(&self) -> usize {
        self.positions.len()
    }
}

/// The rows of one file under its header.
pub struct Sheet {
    pub table: Table,
    /// A place in this file; its line is that of the header.
    pub place: Place,
    pub columns: Arc<Columns>,
    pub records: Vec<Record>,
}

impl Sheet {
    /// The rows of a CSV file. What cannot be read as one is reported, and there is no sheet.
    pub fn of_csv(table: Table, place: Place, bytes: &[u8], report: &mut Report) -> Option<Self> {
        let text = encoding::text(bytes).map_err(|what| report.error(&place, "file", what)).ok()?;
        let (separator, is_named) = csv::separator(&text);
        let before_header = usize::from(is_named);
        match csv::records(&text, separator) {
            Ok(mut records) => {
                records.drain(..before_header);
                Self::of_records(table, place, records, report)
            }
            Err(flaws) => {
                let header = text.lines().nth(before_header).unwrap_or_default();
                let names: Vec<&str> = header.split(separator).map(str::trim).collect();
                for flaw in flaws {
                    let column = names.get(flaw.cell).filter(|_| flaw.line > 1).copied().unwrap_or("row");
                    report.error(&Place { line: flaw.line, ..place.clone() }, column, flaw.what);
                }
                None
            }
        }
    }

    /// Rows with the header first, each cell a text.
    pub fn of_records(table: Table, place: Place, records: Vec<Record>, report: &mut Report) -> Option<Self> {
        let mut records = without_nameless_columns(records, &place, report).into_iter();
        let Some(header) = records.next() else {
            report.error(&place, "file", format!("is empty; the first line must name the columns: {}", table.names()));
            return None;
        };
        let place = Place { line: header.line, ..place };
        let columns = columns(table, &place, &header.cells, report)?;
        let width = header.cells.len();
        let records = records.map(|record| trimmed(record, width)).collect();
        Some(Self { table, place, columns: Arc::new(columns), records })
    }
}

/// A row without the empty cells that a spreadsheet leaves after the last column.
fn trimmed(mut record: Record, width: usize) -> Record {
    while record.cells.len() > width && record.cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        record.cells.pop();
    }
    record
}

/// The rows without the columns that have no name and in which nothing stands, as spreadsheets leave them. Where
/// something does, it is reported.
fn without_nameless_columns(mut records: Vec<Record>, place: &Place, report: &mut Report) -> Vec<Record> {
    let Some((header, rows)) = records.split_first() else { return records };
    let nameless: Vec<usize> = (0..header.cells.len()).filter(|at| header.cells[*at].trim().is_empty()).collect();
    let filled = |at: usize| rows.iter().find(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
    for row in nameless.iter().filter_map(|at| filled(*at)) {
        let what = "has a cell in a column without a name; name the column in the header, or empty it";
        report.error(&Place { line: row.line, ..place.clone() }, "row", what);
    }
    for record in &mut records {
        let mut at = 0;
        record.cells.retain(|_| {
            at += 1;
            !nameless.contains(&(at - 1))
        });
    }
    records
}

/// The name of a column, however a spreadsheet or a person wrote it: `Housing area` is `housing_area`.
fn written_name(header: &str) -> String {
    typed::line(header).to_lowercase().replace([' ', '-'], "_")
}

fn columns(table: Table, place: &Place, header: &[String], report: &mut Report) -> Option<Columns> {
    let found_before = report.errors.len();
    let (mut positions, known) = (HashMap::new(), table.columns());
    for (position, name) in header.iter().map(|name| name.trim()).enumerate() {
        let written = written_name(name);
        let Some(column) = known.iter().find(|column| column.name == written) else {
            let what = format!("is not a column of {}; allowed are {}", table.name(), table.names());
            report.error(place, &told(name), what);
            continue;
        };
        if positions.insert(column.name, position).is_some() {
            report.error(place, column.name, "stands in the header more than once; allowed is once");
        }
    }
    for column in known.iter().filter(|column| column.is_needed && !positions.contains_key(column.name)) {
        report.error(place, column.name, format!("is missing in the header; {} needs it", table.name()));
    }
    (report.errors.len() == found_before).then_some(Columns { positions })
}
