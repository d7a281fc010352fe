//! A table as a CSV file.

use std::fmt::Display;

use super::harmless;

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// What somebody wrote, or might have: it is made harmless.
    Text(String),
    /// A number of ours: it stays a number, also below zero.
    Number(String),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn number(number: impl Display) -> Self {
        Self::Number(number.to_string())
    }

    pub fn empty() -> Self {
        Self::Text(String::new())
    }

    /// The cell as it is written.
    fn written(&self) -> String {
        match self {
            Self::Text(text) => harmless(text).into_owned(),
            Self::Number(number) => number.clone(),
        }
    }
}

/// UTF-8 with a header, commas and plain line ends.
///
/// # Errors
/// When memory cannot be written to, which does not happen.
pub fn csv_file<const N: usize>(
    header: &[&str; N],
    rows: impl IntoIterator<Item = [Cell; N]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.iter().map(Cell::written))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
