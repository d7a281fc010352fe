//! A table as lines of text, for a Danish Excel or for machines.

use std::{fs::File, io::Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::{Cell, TableError, harmless_throughout};

/// What differs between the two.
#[derive(Clone, Copy)]
pub struct Dialect {
    mark: &'static str,
    separator: u8,
    line_end: Terminator,
    comma: &'static str,
    /// Whether people read it, or machines.
    is_for_people: bool,
}

/// Without the mark Excel takes the letters for those of old, and without the semicolon each line for one cell.
pub const DANISH: Dialect =
    Dialect { mark: "\u{feff}", separator: b';', line_end: Terminator::CRLF, comma: ",", is_for_people: true };
pub const PLAIN: Dialect =
    Dialect { mark: "", separator: b',', line_end: Terminator::Any(b'\n'), comma: ".", is_for_people: false };

pub struct Lines {
    writer: Writer<File>,
    dialect: Dialect,
}

impl Lines {
    pub fn begin(mut file: File, dialect: Dialect) -> Result<Self, TableError> {
        file.write_all(dialect.mark.as_bytes())?;
        let mut builder = WriterBuilder::new();
        builder.delimiter(dialect.separator).terminator(dialect.line_end).quote_style(QuoteStyle::Necessary);
        Ok(Self { writer: builder.from_writer(file), dialect })
    }

    pub fn write(&mut self, row: &[Cell]) -> Result<(), TableError> {
        for cell in row {
            self.writer.write_field(self.written(cell))?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    fn written(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            // Whoever opens it may have a program that parts cells at the other sign.
            Cell::Text(text) => harmless_throughout(text),
            Cell::Word { told, .. } if self.dialect.is_for_people => harmless_throughout(told),
            Cell::Word { code, .. } => harmless_throughout(code),
            Cell::Number(number) | Cell::Share(number) => number.to_string().replace('.', self.dialect.comma),
            Cell::Day(day) => day.to_string(),
            Cell::Moment(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        }
    }

    pub fn finish(self) -> Result<File, TableError> {
        self.writer.into_inner().map_err(|error| error.into_error().into())
    }
}
