//! A table as a workbook: numbers, days and per cents are what they are, the head stays, and every column filters.

use std::{fs::File, path::Path};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, TableError};

/// Rows of a sheet, as many as Excel reads; further ones stand on a sheet of their own.
const ROWS: u32 = 1_048_576;
/// Signs of a cell, as many as Excel reads.
const SIGNS: usize = 32_767;
/// How wide a column becomes by itself, in signs.
const WIDEST: usize = 60;
/// Beside the text of a heading stands the button of its filter.
const BUTTON: usize = 4;

/// Row by row into files without a name: what has been written is no longer in memory.
pub struct Book {
    workbook: Workbook,
    title: String,
    header: Vec<String>,
    widths: Vec<usize>,
    sheets: usize,
    /// Rows of the sheet at hand.
    rows: u32,
    formats: Formats,
}

struct Formats {
    head: Format,
    share: Format,
    day: Format,
    moment: Format,
}

impl Book {
    /// `title` names the sheet, as far as Excel takes it.
    pub fn begin(folder: &Path, title: &str, header: Vec<String>) -> Result<Self, TableError> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder)?;
        let number = |code: &str| Format::new().set_num_format(code);
        let formats = Formats {
            head: Format::new().set_bold(),
            share: number("0.0%"),
            day: number("dd-mm-yyyy"),
            moment: number("dd-mm-yyyy hh:mm"),
        };
        let widths = header.iter().map(|heading| heading.chars().count() + BUTTON).collect();
        let mut book = Self { workbook, title: name_of_sheet(title), header, widths, sheets: 0, rows: 0, formats };
        book.begin_sheet()?;
        Ok(book)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        match self.sheets {
            0 => sheet.set_name(&self.title)?,
            before => sheet.set_name(format!("{} {}", self.title, before + 1))?,
        };
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0..).zip(&self.header) {
            sheet.write_string_with_format(0, column, heading, &self.formats.head)?;
        }
        (self.sheets, self.rows) = (self.sheets + 1, 1);
        Ok(())
    }

    pub fn write(&mut self, row: &[Cell]) -> Result<(), TableError> {
        if self.rows == ROWS {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
        for ((column, cell), width) in (0..).zip(row).zip(&mut self.widths) {
            *width = cell.width().max(*width);
            put(sheet, (self.rows, column), cell, &self.formats)?;
        }
        self.rows += 1;
        Ok(())
    }

    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
        let columns = u16::try_from(self.header.len()).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, self.rows - 1, columns.saturating_sub(1))?;
        for (column, width) in (0..columns).zip(&self.widths) {
            sheet.set_column_width(column, (*width).clamp(6, WIDEST) as f64 + 1.0)?;
        }
        Ok(())
    }

    pub fn finish(mut self, file: &File) -> Result<(), TableError> {
        self.end_sheet()?;
        Ok(self.workbook.save_to_writer(file)?)
    }
}

/// Signs of a sheet's name that Excel reads, with room for the number of a further one.
const NAME_SIGNS: usize = 28;

fn name_of_sheet(title: &str) -> String {
    let taken = |sign: &char| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    title.chars().filter(taken).take(NAME_SIGNS).collect()
}

/// A text is written as a text: it is never a formula, whatever it begins with.
fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) | Cell::Word { told: text, .. } => {
            sheet.write_string(row, column, text.chars().take(SIGNS).collect::<String>())
        }
        Cell::Number(number) => sheet.write_number(row, column, *number),
        Cell::Share(share) => sheet.write_number_with_format(row, column, *share, &formats.share),
        Cell::Day(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, column, day, &formats.day)
        }
        Cell::Moment(at) => {
            let at = ExcelDateTime::parse_from_str(&at.format("%Y-%m-%dT%H:%M:%S").to_string())?;
            sheet.write_datetime_with_format(row, column, at, &formats.moment)
        }
    }?;
    Ok(())
}
