//! One file of the format, read as far as its rows and the names of its columns.

use std::{collections::HashMap, sync::Arc};

use super::{
    csv::{self, Record},
    problem::{Place, Report},
    tables::Table,
};

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
        let text = text(&place, bytes, report)?;
        match csv::records(text, csv::separator(text)) {
            Ok(records) => Self::of_records(table, place, records, report),
            Err(flaws) => {
                let header = text.lines().next().unwrap_or_default();
                let names: Vec<&str> = header.split(csv::separator(text)).map(str::trim).collect();
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
        let mut records = records.into_iter();
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

/// The text of a file, without a byte order mark. Every line that is not UTF-8 is reported.
fn text<'a>(place: &Place, bytes: &'a [u8], report: &mut Report) -> Option<&'a str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        report.error(place, "file", "is encoded as UTF-16; save it as UTF-8");
        return None;
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        return Some(text);
    }
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        if let Err(error) = str::from_utf8(line) {
            let byte = line.get(error.valid_up_to()).copied().unwrap_or_default();
            let what = format!("holds the byte {byte:#04x}, which is not UTF-8; save the file as UTF-8");
            report.error(&Place { line: number, ..place.clone() }, "row", what);
        }
    }
    None
}

fn columns(table: Table, place: &Place, header: &[String], report: &mut Report) -> Option<Columns> {
    let found_before = report.errors.len();
    let mut positions = HashMap::new();
    for (position, name) in header.iter().map(|name| name.trim()).enumerate() {
        let Some(column) = table.columns().iter().find(|column| column.name == name) else {
            let shown = if name.is_empty() { "(no name)" } else { name };
            let what = format!("is not a column of {}; allowed are {}", table.name(), table.names());
            report.error(place, shown, what);
            continue;
        };
        if positions.insert(column.name, position).is_some() {
            report.error(place, name, "stands in the header more than once; allowed is once");
        }
    }
    for column in table.columns().iter().filter(|column| column.required && !positions.contains_key(column.name)) {
        report.error(place, column.name, format!("is missing in the header; {} needs it", table.name()));
    }
    (report.errors.len() == found_before).then_some(Columns { positions })
}
