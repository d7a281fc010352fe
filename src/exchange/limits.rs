//! How large a file may be that comes from outside, whatever it unpacks to: several times the largest scheme we know.
//!
//! What stands in memory is in proportion to these, and not to what a small file can be made to stand for.

/// Bytes of a CSV file.
pub const CSV_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a workbook, packed.
pub const WORKBOOK_BYTES: u64 = 32 * 1024 * 1024;
/// Bytes of all parts of a workbook, unpacked.
pub const UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// Files within a workbook.
pub const PARTS: usize = 1000;
/// Sheets of a workbook: the format has nine.
pub const SHEETS: usize = 50;
/// Beginnings and ends of what is not a cell: texts that stand once for many cells, formats, names.
pub const ELEMENTS: usize = 4_000_000;
/// Columns of a sheet, notes beside the table included.
pub const COLUMNS: u32 = 200;
/// Rows of one file or sheet.
pub const ROWS: usize = 500_000;
/// Cells of one file or workbook, empty ones within a row included.
pub const CELLS: usize = 5_000_000;
/// Bytes of one cell. A spreadsheet takes 32,767 letters.
pub const CELL_BYTES: usize = 128 * 1024;
/// Bytes of all cells of one workbook, where many cells may stand for one text.
pub const TEXT_BYTES: usize = 128 * 1024 * 1024;
/// Mistakes that are told of one file before reading stops; of more there is nothing new to learn.
pub const MISTAKES: usize = 1000;

/// Errors, and as many warnings, that are listed of all files.
pub const LISTED: usize = 10_000;

/// A size as a sentence says it.
pub fn mib(bytes: u64) -> String {
    format!("{} MiB", bytes / 1024 / 1024)
}
