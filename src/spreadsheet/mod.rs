//! The kit: tables as people open them in a spreadsheet, where nothing runs as a formula.

mod cell;
mod formula;
mod lines;
mod table;
mod workbook;

pub use cell::Cell;
pub use formula::{as_it_was, harmless_throughout};
pub use table::{Format, Heading, Table, TableError};
