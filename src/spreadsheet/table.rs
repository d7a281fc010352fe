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
    Lines(Lines),
    // Far larger than the other.
    Book(Box<Book>, File),
}

impl Table {
    /// `folder` holds what is written meanwhile: the folder of the data has room, where that of the system may be memory.
    pub fn begin(format: Format, folder: &Path, header: Vec<Heading>) -> Result<Self, TableError> {
        let file = tempfile::tempfile_in(folder)?;
        let dialect = match format {
            Format::Xlsx => {
                let header = header.into_iter().map(|heading| heading.told).collect();
                return Ok(Self(Kind::Book(Box::new(Book::begin(folder, header)?), file)));
            }
            Format::Excel => DANISH,
            Format::Csv => PLAIN,
        };
        let mut lines = Lines::begin(file, dialect)?;
        let named = |heading: Heading| if format == Format::Csv { heading.name } else { heading.told };
        lines.write(&header.into_iter().map(|heading| Cell::from(named(heading))).collect::<Vec<_>>())?;
        Ok(Self(Kind::Lines(lines)))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, cells: &[Cell]) -> String {
        let heading = |name: &str| Heading { told: format!("Kolonne {name}"), name: name.into() };
        let header = (0..cells.len()).map(|number| heading(&number.to_string())).collect();
        let mut table = Table::begin(format, &std::env::temp_dir(), header).unwrap();
        table.write(cells).unwrap();
        io::read_to_string(table.finish().unwrap()).unwrap()
    }

    #[test]
    fn what_somebody_wrote_does_not_run_and_a_number_stays_one() {
        let hostile = ["=cmd|' /C calc'!A0", "+45", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "\0=x", "-5"];
        for (format, separator) in [(Format::Csv, b','), (Format::Excel, b';')] {
            for text in hostile {
                let file = written(format, &[text.into(), (-5).into()]);
                let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(file.as_bytes());
                let row = reader.records().next().unwrap().unwrap();
                assert_eq!((&row[0], &row[1]), (format!("'{text}").as_str(), "-5"));
            }
        }
    }

    #[test]
    fn a_danish_excel_opens_its_lines_and_a_machine_its_own() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let cells = ["Ærø".into(), 1.5.into(), Cell::Share(0.25), day.into(), Cell::Empty];

        let danish = written(Format::Excel, &cells);
        let plain = written(Format::Csv, &cells);

        let header = "Kolonne 0;Kolonne 1;Kolonne 2;Kolonne 3;Kolonne 4";
        assert_eq!(danish, format!("\u{feff}{header}\r\nÆrø;1,5;0,25;2026-03-04;\r\n"));
        assert_eq!(plain, "0,1,2,3,4\nÆrø,1.5,0.25,2026-03-04,\n");
    }
}
