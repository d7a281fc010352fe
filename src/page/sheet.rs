//! A table to take away: a line for each column, and whom a row tells of.

use std::path::Path;

use chrono::NaiveDate;
use entity::readings::ReadingPurpose;

use crate::{
    language::Tr,
    record::{Revealed, Subject},
    spreadsheet::{Cell, Format, Heading, Table, TableError},
};

/// The columns of a table whose rows are `R`.
pub struct Sheet<'a, R> {
    tr: Tr,
    /// What the file is about, at the beginning of its name.
    name: String,
    columns: Vec<(Heading, Written<'a, R>)>,
    tells_of: Option<fn(&R) -> Subject>,
}

type Written<'a, R> = Box<dyn Fn(&R) -> Cell + Send + Sync + 'a>;

impl<'a, R> Sheet<'a, R> {
    /// Each row tells of somebody: whoever takes it away has read of them.
    pub fn telling_of(tr: Tr, name: impl Into<String>, subject: fn(&R) -> Subject) -> Self {
        Self { tells_of: Some(subject), ..Self::telling_of_nobody(tr, name) }
    }

    pub fn telling_of_nobody(tr: Tr, name: impl Into<String>) -> Self {
        Self { tr, name: name.into(), columns: Vec::new(), tells_of: None }
    }

    /// One more column: the key of its heading, which is also its name for machines, and the cell of a row.
    #[must_use]
    pub fn with<C: Into<Cell>>(self, key: &str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        let heading = Heading { told: self.tr.t(key), name: key.replace('-', "_") };
        self.headed(heading, cell)
    }

    /// One more column by its name for machines, which is also the end of the key of its heading.
    #[must_use]
    pub fn named<C: Into<Cell>>(self, key: &str, name: &str, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        let key = format!("{key}-{}", name.replace('_', "-"));
        let heading = Heading { told: self.tr.t(key), name: name.to_owned() };
        self.headed(heading, cell)
    }

    fn headed<C: Into<Cell>>(mut self, heading: Heading, cell: impl Fn(&R) -> C + Send + Sync + 'a) -> Self {
        self.columns.push((heading, Box::new(move |row| cell(row).into())));
        self
    }

    pub fn file_name(&self, on: Option<NaiveDate>, format: Format) -> String {
        let day = on.map(|on| format!("-{on}")).unwrap_or_default();
        format!("brobyg-{}{day}.{}", self.name, format.ending())
    }

    /// What the table is called: its name without the days and versions at its end.
    fn title(&self) -> String {
        let is_word = |part: &&str| !part.chars().any(|sign| sign.is_ascii_digit());
        let words: Vec<&str> = self.name.split('-').take_while(is_word).collect();
        self.tr.t(format!("sheet-{}", words.join("-")))
    }

    pub fn begin(&self, format: Format, folder: &Path) -> Result<Table, TableError> {
        let header = self.columns.iter().map(|(heading, _)| heading.clone()).collect();
        Table::begin(format, folder, &self.title(), header)
    }

    pub fn write(&self, table: &mut Table, rows: &[R]) -> Result<(), TableError> {
        let cells = |row: &R| self.columns.iter().map(|(_, cell)| cell(row)).collect::<Vec<_>>();
        rows.iter().try_for_each(|row| table.write(&cells(row)))
    }

    /// Whom these rows tell of.
    pub fn reveals(&self, rows: &[R]) -> Revealed {
        let Some(subject) = self.tells_of else { return Revealed::nobody() };
        Revealed::of(ReadingPurpose::Export, rows.iter().map(subject))
    }
}
