//! Reads an XLSX workbook: a sheet for each file of the format, the same names and columns.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{
    csv::Record,
    encoding::OLD_WORKBOOK,
    limits::{CELL_BYTES, CELLS, COLUMNS, ROWS, SHEETS, TEXT_BYTES, mib},
    unpacked,
};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The sheets of a workbook that have anything in them, by name. The error is the rest of a sentence.
pub fn sheets(bytes: &[u8]) -> Result<Vec<(String, Vec<Record>)>, String> {
    check_kind(bytes)?;
    unpacked::check(bytes)?;
    let mut workbook: Book = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let names = workbook.sheet_names();
    if names.len() > SHEETS {
        return Err(format!("has {} sheets; allowed are {SHEETS}", names.len()));
    }
    let mut left = Left { cells: CELLS, bytes: TEXT_BYTES };
    let mut sheets = Vec::new();
    for name in names {
        let records = records(&mut workbook, &name, &mut left)?;
        if !records.is_empty() {
            sheets.push((name, records));
        }
    }
    Ok(sheets)
}

/// What a workbook may still hold.
struct Left {
    cells: usize,
    bytes: usize,
}

/// One cell that is not empty, at its row and column.
type Found = (u32, u32, String);

/// The rows of a sheet that are not empty. Read cell by cell: a sheet says where its cells stand, and a table as wide
/// and long as the farthest of them might fit in no memory.
fn records(workbook: &mut Book, sheet: &str, left: &mut Left) -> Result<Vec<Record>, String> {
    let mut cells = cells(workbook, sheet, left)?;
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let rows: Vec<&mut [Found]> = cells.chunk_by_mut(|one, other| one.0 == other.0).collect();
    if rows.len() > ROWS {
        return Err(format!("has more than {ROWS} rows in the sheet {sheet}; split it"));
    }
    let header = rows.first().map_or(0, |row| width(row));
    // A row is as long as the header at least, so short rows under a long header count as long.
    let all: usize = rows.iter().map(|row| width(row).max(header)).sum();
    left.cells = left.cells.checked_sub(all).ok_or_else(too_many_cells)?;
    Ok(rows.into_iter().map(|row| record(row, header)).collect())
}

/// How many cells a row has up to its last.
fn width(row: &[Found]) -> usize {
    row.last().map_or(0, |(_, column, _)| *column as usize + 1)
}

fn record(row: &mut [Found], header: usize) -> Record {
    let line = row.first().map_or(0, |(row, ..)| u64::from(*row) + 1);
    let mut cells = vec![String::new(); width(row).max(header)];
    for (_, column, text) in row {
        cells[*column as usize] = std::mem::take(text);
    }
    Record { line, cells }
}

fn cells(workbook: &mut Book, sheet: &str, left: &mut Left) -> Result<Vec<Found>, String> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value()).map_err(|what| format!("{what} of the sheet {sheet}, line {}", row + 1))?;
        if text.trim().is_empty() {
            continue;
        }
        if column >= COLUMNS {
            return Err(format!("has a cell beyond column {COLUMNS} of the sheet {sheet}; take it out"));
        }
        left.bytes = left.bytes.checked_sub(text.len()).ok_or_else(too_much_text)?;
        if cells.len() >= left.cells {
            return Err(too_many_cells());
        }
        cells.push((row, column, text));
    }
    Ok(cells)
}

fn too_many_cells() -> String {
    format!("has more than {CELLS} cells; split it")
}

fn too_much_text() -> String {
    format!("holds more than {} of text; split it", mib(TEXT_BYTES as u64))
}

fn unreadable(error: XlsxError) -> String {
    format!("cannot be read as an XLSX workbook: {error}")
}

/// Tells what else a file is that only has the name of a workbook.
fn check_kind(bytes: &[u8]) -> Result<(), String> {
    if bytes.starts_with(&OLD_WORKBOOK) {
        return Err("is a workbook of the old kind or has a password; save it as .xlsx, without one".into());
    }
    if !bytes.starts_with(b"PK") {
        return Err("is not an XLSX workbook, whatever its name; open it in a spreadsheet and save it as .xlsx".into());
    }
    // The first part of an OpenDocument file is its kind, unpacked.
    let begins = bytes.get(..120).unwrap_or(bytes);
    if begins.windows(12).any(|part| part == b"opendocument") {
        return Err("is an OpenDocument file, whatever its name; save it as .xlsx".into());
    }
    Ok(())
}

/// The text that a cell stands for in a CSV file. Looked at before it is copied: many cells may stand for one text.
fn text(cell: &DataRef<'_>) -> Result<String, String> {
    let length = match cell {
        DataRef::SharedString(text) => text.len(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        _ => 0,
    };
    if length > CELL_BYTES {
        return Err(format!("has more than {CELL_BYTES} bytes in a cell"));
    }
    Ok(match Data::from(cell.clone()) {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Int(number) => number.to_string(),
        // Excel keeps every number as a fraction; postcodes and minutes are whole.
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(instant) => date(&instant),
        Data::Error(error) => error.to_string(),
    })
}

fn date(instant: &ExcelDateTime) -> String {
    let (year, month, day, ..) = instant.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
