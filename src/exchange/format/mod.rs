//! One line a column: its name, whether it is needed, how a cell is read, written and kept. The header of a file, its
//! rows in and out, and the documentation of the format follow from these lines.

mod around;
mod column;
mod document;
mod kind;

pub use around::{Hour, WayValue};
pub(super) use column::column;
pub use column::{Column, Heading, headings, keep_columns, written_cells};
pub use document::document;
pub use kind::{
    BirthYear, Day, Email, Industry, Kind, Language, Name, PastDay, Phone, Postcode, Reference, Text, Whole, Word,
};
