//! The cells of one row, read by the names of their columns. Every cell that cannot be read is reported.

use chrono::{Days, NaiveDate};
use sea_orm::{ActiveEnum, Iterable};

use super::{
    csv::Record,
    import::How,
    problem::{Place, Report, quoted},
    sheet::Columns,
    tables::Table,
    value,
};
use crate::{industry::IndustryCode, spreadsheet::as_it_was};

/// The longest reference that the platform keeps.
const REFERENCE: usize = 40;
/// Characters of a name of a person, as in the forms.
const NAME: usize = 120;

pub struct Cells<'a> {
    columns: &'a Columns,
    record: &'a Record,
    place: Place,
    report: &'a mut Report,
    how: &'a How,
    good: bool,
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
        let mut cells = Self { columns, record, place, report, how, good: true, pointers: Vec::new() };
        cells.check_width();
        cells
    }

    fn check_width(&mut self) {
        let (found, named) = (self.record.cells.len(), self.columns.width());
        if found != named {
            self.wrong("row", format!("has {found} cells; the header names {named} columns"));
        }
    }

    /// The day of the import.
    pub fn today(&self) -> NaiveDate {
        self.how.today
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What an id cell says in a row that cannot be read.
    pub fn id_of_broken(&self, column: &str) -> Option<String> {
        let cell = self.record.cells.get(self.columns.position(column)?)?;
        value::clean(as_it_was(cell.trim())).ok()
    }

    /// The row, when nothing is wrong with its cells.
    pub fn row<R>(&self, row: Option<R>) -> Option<R> {
        row.filter(|_| self.good)
    }

    pub fn wrong(&mut self, column: &str, what: impl Into<String>) {
        self.good = false;
        self.report.error(&self.place, column, what);
    }

    pub fn warn(&mut self, column: &str, what: impl Into<String>) {
        self.report.warning(&self.place, column, what);
    }

    /// Remembers that a cell names a record, which must exist.
    pub fn points_to(&mut self, column: &'static str, table: Table, key: &Option<String>) {
        let pointer = |key: &String| Pointer { place: self.place.clone(), column, table, key: key.clone() };
        self.pointers.extend(key.as_ref().map(pointer));
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
        match value::clean(as_it_was(cell.trim_matches([' ', '\u{a0}']))) {
            Ok(text) => Some(text).filter(|text| !text.is_empty()),
            Err(what) => {
                self.wrong(column, what);
                None
            }
        }
    }

    /// Reads a cell through a function that says what is wrong.
    fn parsed<T>(&mut self, column: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let text = self.raw(column)?;
        match parse(&text) {
            Ok(value) => Some(value),
            Err(what) => {
                self.wrong(column, what);
                None
            }
        }
    }

    /// Reports a required value that is empty; one that is wrong has been reported already.
    fn needed<T>(&mut self, column: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found_before = self.report.errors.len();
        let value = read(self);
        if value.is_none() && self.report.errors.len() == found_before {
            self.wrong(column, "is empty; a value is required");
        }
        value
    }

    pub fn text(&mut self, column: &str, most: usize) -> Option<String> {
        self.parsed(column, |text| value::text(text, most))
    }

    pub fn needed_text(&mut self, column: &str, most: usize) -> Option<String> {
        self.needed(column, |cells| cells.text(column, most))
    }

    /// The name of a person.
    pub fn name(&mut self, column: &str) -> Option<String> {
        self.parsed(column, |text| value::name(text, NAME))
    }

    pub fn needed_name(&mut self, column: &str) -> Option<String> {
        self.needed(column, |cells| cells.name(column))
    }

    /// The id of something, such as `R001`.
    pub fn reference(&mut self, column: &str) -> Option<String> {
        self.parsed(column, |text| value::text(text, REFERENCE))
    }

    pub fn needed_reference(&mut self, column: &str) -> Option<String> {
        self.needed(column, |cells| cells.reference(column))
    }

    pub fn date(&mut self, column: &str) -> Option<NaiveDate> {
        let days = self.how.moved_days;
        self.parsed(column, |text| moved(value::date(text)?, days))
    }

    pub fn needed_date(&mut self, column: &str) -> Option<NaiveDate> {
        self.needed(column, |cells| cells.date(column))
    }

    /// The day of something that has happened.
    pub fn past_date(&mut self, column: &str) -> Option<NaiveDate> {
        let (days, today) = (self.how.moved_days, self.how.today);
        self.parsed(column, |text| match moved(value::date(text)?, days)? {
            day if day > today => Err(format!("{day} has not come yet; allowed are days up to {today}")),
            day => Ok(day),
        })
    }

    pub fn needed_past_date(&mut self, column: &str) -> Option<NaiveDate> {
        self.needed(column, |cells| cells.past_date(column))
    }

    pub fn number(&mut self, column: &str, least: i32, most: i32) -> Option<i32> {
        self.parsed(column, |text| value::number(text, least, most))
    }

    pub fn needed_number(&mut self, column: &str, least: i32, most: i32) -> Option<i32> {
        self.needed(column, |cells| cells.number(column, least, most))
    }

    pub fn email(&mut self, column: &str) -> Option<String> {
        self.parsed(column, value::email)
    }

    pub fn needed_email(&mut self, column: &str) -> Option<String> {
        self.needed(column, |cells| cells.email(column))
    }

    pub fn phone(&mut self, column: &str) -> Option<String> {
        self.parsed(column, value::phone)
    }

    pub fn postcode(&mut self, column: &str) -> Option<String> {
        self.parsed(column, value::postcode)
    }

    /// One of the words of an enum of the database.
    pub fn word<E: ActiveEnum<Value = String> + Iterable>(&mut self, column: &str) -> Option<E> {
        let words: Vec<(String, E)> = E::iter().map(|value| (value.to_value(), value)).collect();
        self.parsed(column, |text| value::choice(text, words))
    }

    pub fn needed_word<E: ActiveEnum<Value = String> + Iterable>(&mut self, column: &str) -> Option<E> {
        self.needed(column, |cells| cells.word(column))
    }

    /// One of these words.
    pub fn needed_choice<T: Copy>(&mut self, column: &str, words: &[(&str, T)]) -> Option<T> {
        let words: Vec<(String, T)> = words.iter().map(|(word, value)| ((*word).to_owned(), *value)).collect();
        self.needed(column, |cells| cells.parsed(column, |text| value::choice(text, words)))
    }

    /// A list of short texts.
    pub fn texts(&mut self, column: &str) -> Vec<String> {
        self.parsed(column, |text| value::texts(text, 120)).unwrap_or_default()
    }

    pub fn languages(&mut self, column: &str) -> Vec<String> {
        self.parsed(column, |text| value::list(text, value::language)).unwrap_or_default()
    }

    pub fn industries(&mut self, column: &str) -> Vec<IndustryCode> {
        self.parsed(column, |text| value::list(text, value::industry)).unwrap_or_default()
    }

    pub fn needed_industries(&mut self, column: &str) -> Option<Vec<IndustryCode>> {
        self.needed(column, |cells| Some(cells.industries(column)).filter(|codes| !codes.is_empty()))
    }
}

/// A date moved by so many days.
fn moved(date: NaiveDate, days: i64) -> Result<NaiveDate, String> {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(by) } else { date.checked_add_days(by) };
    moved.ok_or_else(|| format!("{} cannot be moved so far", quoted(&date.to_string())))
}
