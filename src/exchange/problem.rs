//! What is wrong with the files, each at its place.

use std::{borrow::Cow, fmt, sync::Arc};

use super::limits::LISTED;
use crate::form::typed;

/// Where something stands. Places sort in the order in which the files were read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The how many-th file it is.
    pub order: usize,
    pub file: Arc<str>,
    /// The line of the file in which the row begins, counted from 1.
    pub line: u64,
}

/// One sentence about one cell: `file:line: column: what is wrong, and what is allowed`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub place: Place,
    pub column: String,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.place.file, self.place.line, self.column, self.what)
    }
}

/// Everything found while reading and checking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Any of these stops the whole import.
    pub errors: Vec<Problem>,
    /// These are only told.
    pub warnings: Vec<Problem>,
    /// Errors and warnings that are not listed, as there are too many.
    pub unlisted: usize,
}

impl Report {
    pub fn error(&mut self, place: &Place, column: &str, what: impl Into<String>) {
        let problem = Problem { place: place.clone(), column: column.to_owned(), what: what.into() };
        if self.errors.len() < LISTED { self.errors.push(problem) } else { self.unlisted += 1 }
    }

    pub fn warning(&mut self, place: &Place, column: &str, what: impl Into<String>) {
        let problem = Problem { place: place.clone(), column: column.to_owned(), what: what.into() };
        if self.warnings.len() < LISTED { self.warnings.push(problem) } else { self.unlisted += 1 }
    }

    /// In the order of the files and their lines; within a line as it was found.
    pub fn sort(&mut self) {
        self.errors.sort_by(|one, other| one.place.cmp(&other.place));
        self.warnings.sort_by(|one, other| one.place.cmp(&other.place));
    }
}

/// A value as a message may show it: short, without marks that a terminal would obey, and no CPR number, as what a command
/// says ends up in logs.
pub fn quoted(value: &str) -> String {
    const MOST: usize = 60;
    let value = told(value);
    let mut shown: String = value.chars().take(MOST).flat_map(char::escape_debug).collect();
    if value.chars().count() > MOST {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

/// What stands in a file as a message may tell it.
pub fn told(value: &str) -> Cow<'_, str> {
    if typed::holds_cpr_number(value) { "(looks like a CPR number)".into() } else { value.into() }
}
