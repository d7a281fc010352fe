//! Files in and out: one format of twelve files that moves a scheme in, keeps a copy and hands data to an evaluator.
//!
//! [`import`] reads everything, checks everything, and only then writes, in one transaction. [`export`] writes the same
//! files. Both go through the same rows: what export would write of a record is what import compares a file with.

mod backup;
mod cells;
mod check;
pub mod csv;
mod encoding;
mod export;
mod format;
mod import;
mod incoming;
mod known;
mod leaving;
mod limits;
mod merge;
mod problem;
mod scheme;
mod sheet;
mod source;
mod tables;
mod unpacked;
mod value;
mod verify;
mod workbook;
mod write;

pub use backup::{BackupError, LEFT_OUT, backup, restore};
pub use export::{ExportError, Written, export};
pub use format::document;
pub use import::{How, ImportError, Outcome, import};
pub use merge::Counts;
pub use problem::{Problem, Report};
pub use source::{File, SourceError, files_of};
pub use tables::Table;
pub use verify::{Findings, verify};
