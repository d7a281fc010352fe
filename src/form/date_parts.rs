//! A date as three fields, as people type it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::typed;

/// Day, month and year exactly as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateParts {
    pub day: String,
    pub month: String,
    pub year: String,
}

impl DateParts {
    pub fn new(day: &str, month: &str, year: &str) -> Self {
        Self { day: day.trim().to_owned(), month: month.trim().to_owned(), year: year.trim().to_owned() }
    }

    pub fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    /// The date as [`typed::day`] reads the three beside one another; somebody may paste all of it into one of them.
    pub fn date(&self) -> Option<NaiveDate> {
        typed::day(&format!("{} {} {}", self.day, self.month, self.year))
    }
}

impl From<NaiveDate> for DateParts {
    fn from(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }
}
