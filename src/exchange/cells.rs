//! The cells of one row, read by the names of their columns. Every cell that cannot be read is reported.

use super::{
    csv::Record,
    format::Kind,
    import::How,
    problem::{Place, Report},
    sheet::Columns,
    tables::{Row, Table},
    value,
};
use crate::spreadsheet::as_it_was;

pub struct Cells<'a> {
    columns: &'a Columns,
    record: &'a Record,
    place: Place,
    report: &'a mut Report,
    how: &'a How,
    /// The columns in which something is wrong.
    flawed: Vec<String>,
    pointers: Vec<Pointer>,
}

/// A cell that names a record of another file.
pub struct Pointer {
    pub place: Place,
    pub column: &'static str,
    pub table: Table,
    pub key: String,
}

impl<'a> Cells<'a> {
    pub fn new(columns: &'a Columns, record: &'a Record, file: &Place, how: &'a How, report: &'a mut Report) -> Self {
        let place = Place { line: record.line, ..file.clone() };
        let mut cells = Self { columns, record, place, report, how, flawed: Vec::new(), pointers: Vec::new() };
        cells.check_width();
        cells
    }

    fn check_width(&mut self) {
        let (found, named) = (self.record.cells.len(), self.columns.width());
        if found != named {
            self.wrong("row", format!("has {found} cells; the header names {named} columns"));
        }
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What an id cell says in a row that cannot be read.
    pub fn id_of_broken(&self, column: &str) -> Option<String> {
        let cell = self.record.cells.get(self.columns.position(column)?)?;
        value::clean(&as_it_was(cell.trim())).ok()
    }

    /// Reads the row. Nothing when something is wrong with it.
    pub fn row<R: Row>(&mut self) -> Option<R> {
        let mut row = R::default();
        for column in R::COLUMNS {
            (column.read)(self, &mut row);
            if let Some(table) = column.refers_to {
                self.points_to(column.name, table, (column.write)(&row));
            }
        }
        row.check(self);
        self.flawed.is_empty().then_some(row)
    }

    /// Whether what these columns say is known: nothing is wrong with them.
    pub fn are_read(&self, columns: &[&str]) -> bool {
        !columns.iter().any(|column| self.flawed.iter().any(|flawed| flawed == column))
    }

    pub fn wrong(&mut self, column: &str, what: impl Into<String>) {
        self.flawed.push(column.to_owned());
        self.report.error(&self.place, column, what);
    }

    pub fn warn(&mut self, column: &str, what: impl Into<String>) {
        self.report.warning(&self.place, column, what);
    }

    /// Remembers that a cell names a record, which must exist.
    fn points_to(&mut self, column: &'static str, table: Table, key: String) {
        if !key.is_empty() {
            self.pointers.push(Pointer { place: self.place.clone(), column, table, key });
        }
    }

    pub fn pointers(self) -> Vec<Pointer> {
        self.pointers
    }

    /// Whether the file has the column and nothing stands in it.
    pub fn is_plainly_empty(&self, column: &str) -> bool {
        let cell = self.columns.position(column).and_then(|position| self.record.cells.get(position));
        cell.is_some_and(|cell| cell.trim().is_empty())
    }

    /// The text of a cell; nothing when the column or the text is missing.
    fn raw(&mut self, column: &str) -> Option<String> {
        let cell = self.record.cells.get(self.columns.position(column)?)?;
        match value::clean(&as_it_was(cell.trim_matches([' ', '\u{a0}']))) {
            Ok(text) => Some(text).filter(|text| !text.is_empty()),
            Err(what) => {
                self.wrong(column, what);
                None
            }
        }
    }

    /// What a cell holds; nothing when it holds nothing or cannot be read.
    pub fn value<K: Kind>(&mut self, column: &str) -> Option<K::Value> {
        self.parsed(column, |text, how| K::read(text, how))
    }

    /// What a cell must hold. That it holds nothing is reported.
    pub fn needed<K: Kind>(&mut self, column: &str) -> Option<K::Value> {
        let value = self.value::<K>(column);
        self.reported(column, value)
    }

    /// The items of a cell.
    pub fn list<K: Kind>(&mut self, column: &str) -> Vec<K::Value> {
        let read = |text: &str, how: &How| {
            K::check_list(text)?;
            value::list(text, |item| K::read(item, how))
        };
        self.parsed(column, read).unwrap_or_default()
    }

    /// The items of a cell that must hold one.
    pub fn needed_list<K: Kind>(&mut self, column: &str) -> Vec<K::Value> {
        let items = Some(self.list::<K>(column)).filter(|items| !items.is_empty());
        self.reported(column, items).unwrap_or_default()
    }

    /// Reads a cell through a function that says what is wrong.
    fn parsed<T>(&mut self, column: &str, read: impl FnOnce(&str, &How) -> Result<T, String>) -> Option<T> {
        let text = self.raw(column)?;
        read(&text, self.how).map_err(|what| self.wrong(column, what)).ok()
    }

    /// Reports a needed value that is missing; one that is wrong has been reported already.
    fn reported<T>(&mut self, column: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.are_read(&[column]) {
            self.wrong(column, "is empty; a value is required");
        }
        value
    }
}
