//! The one way in which a table is written: row by row into a file that has no name and is gone with whoever reads it.

use std::{
    fs::File,
    io::{self, Seek},
    path::Path,
};

use rust_xlsxwriter::XlsxError;
use thiserror::Error;

use super::{
    Cell,
    lines::{DANISH, Lines, PLAIN},
    workbook::Book,
};

/// What a table is taken away as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Lines as a Danish Excel opens them: semicolons, and commas in numbers.
    Excel,
    /// Lines as machines read them: commas, points, and names of columns that do not change with the language.
    #[default]
    Csv,
}

impl Format {
    /// By its word in addresses.
    pub fn of_word(word: &str) -> Option<Self> {
        match word {
            "xlsx" => Some(Self::Xlsx),
            "excel" => Some(Self::Excel),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Excel | Self::Csv => "csv",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Excel | Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// What heads a column: for people, and for machines.
#[derive(Clone, Debug)]
pub struct Heading {
    pub told: String,
    pub name: String,
}

#[derive(Debug, Error)]
pub enum TableError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

/// A table that is being written.
pub struct Table(Kind);

enum Kind {
    Lines(Box<Lines>),
    Book(Box<Book>, File),
}

impl Table {
    /// `folder` holds what is written meanwhile: the folder of the data has room, where that of the system may be memory.
    /// `title` is what a workbook calls its sheet.
    pub fn begin(format: Format, folder: &Path, title: &str, header: Vec<Heading>) -> Result<Self, TableError> {
        let file = tempfile::tempfile_in(folder)?;
        let dialect = match format {
            Format::Xlsx => {
                let header = header.into_iter().map(|heading| heading.told).collect();
                return Ok(Self(Kind::Book(Box::new(Book::begin(folder, title, header)?), file)));
            }
            Format::Excel => DANISH,
            Format::Csv => PLAIN,
        };
        let mut lines = Lines::begin(file, dialect)?;
        let named = |heading: Heading| if format == Format::Csv { heading.name } else { heading.told };
        lines.write(&header.into_iter().map(|heading| Cell::from(named(heading))).collect::<Vec<_>>())?;
        Ok(Self(Kind::Lines(Box::new(lines))))
    }

    pub fn write(&mut self, row: &[Cell]) -> Result<(), TableError> {
        match &mut self.0 {
            Kind::Lines(lines) => lines.write(row),
            Kind::Book(book, _) => book.write(row),
        }
    }

    /// The file, to be read from its beginning.
    pub fn finish(self) -> Result<File, TableError> {
        let mut file = match self.0 {
            Kind::Lines(lines) => lines.finish()?,
            Kind::Book(book, file) => {
                book.finish(&file)?;
                file
            }
        };
        file.rewind()?;
        Ok(file)
    }
}
