//! Reads an XLSX workbook: a sheet for each file of the format, the same names and columns.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
};

use calamine::{Data, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{csv::Record, encoding::OLD_WORKBOOK};

/// What a workbook may hold when unpacked. A small file can be made to unpack to more than any memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// More columns than any file of the format has, notes beside the table included.
const MOST_COLUMNS: u32 = 200;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The sheets of a workbook that have anything in them, by name. The error is the rest of a sentence.
pub fn sheets(bytes: &[u8]) -> Result<Vec<(String, Vec<Record>)>, String> {
    check_kind(bytes)?;
    check_size(bytes)?;
    let mut workbook: Book = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let records = records(&mut workbook, &name)?;
        if !records.is_empty() {
            sheets.push((name, records));
        }
    }
    Ok(sheets)
}

/// The rows of a sheet that are not empty. Read cell by cell: a sheet says where its cells stand, and a table as wide
/// and long as the farthest of them might fit in no memory.
fn records(workbook: &mut Book, sheet: &str) -> Result<Vec<Record>, String> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let text = text(&Data::from(cell.get_value().clone()));
        if text.trim().is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(format!("has a cell beyond column {MOST_COLUMNS} of the sheet {sheet}; take it out"));
        }
        rows.entry(row).or_default().insert(column, text);
    }
    let width = rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| column + 1).max().unwrap_or(0);
    let cells = |mut row: BTreeMap<u32, String>| (0..width).map(|at| row.remove(&at).unwrap_or_default()).collect();
    Ok(rows.into_iter().map(|(row, found)| Record { line: u64::from(row) + 1, cells: cells(found) }).collect())
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

/// Unpacks everything once, to nowhere, and stops when it becomes too much.
fn check_size(bytes: &[u8]) -> Result<(), String> {
    let not_one = |error: zip::result::ZipError| format!("is not an XLSX workbook: {error}");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(not_one)?;
    let too_much = || format!("unpacks to more than {} MiB; split it", LARGEST / 1024 / 1024);
    let mut left = LARGEST;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(not_one)?;
        if part.size() > left {
            return Err(too_much());
        }
        // What a part says of its size may be wrong.
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|error| format!("is damaged: {error}"))?;
        left = left.checked_sub(unpacked).ok_or_else(too_much)?;
    }
    Ok(())
}

/// The text that a cell stands for in a CSV file.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        // Excel keeps every number as a fraction; postcodes and minutes are whole.
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(instant) => date(instant),
        Data::Error(error) => error.to_string(),
    }
}

fn date(instant: &ExcelDateTime) -> String {
    let (year, month, day, ..) = instant.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
