//! What somebody saw of a record when they opened its form.

use std::fmt;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::{error::AppError, form::Posted};

/// Somebody changed the record since its form was opened: the page then shows both.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
#[error("somebody changed the record meanwhile")]
pub struct ChangedMeanwhile;

impl From<ChangedMeanwhile> for AppError {
    fn from(_: ChangedMeanwhile) -> Self {
        Self::ChangedMeanwhile
    }
}

/// A hidden field of a form that changes a record: a stamp of what the form showed. Whoever changes the record in between
/// is not overruled unread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen(String);

impl Seen {
    /// `stored` is what the form would say if it were opened now, of a record that is locked: of two who send at once the
    /// second is told. A form that says nothing of what it showed was not on a page. What is offered and not stored, such as
    /// the day of today, is set after the form was filled: it is no part of the stamp.
    ///
    /// # Errors
    /// [`ChangedMeanwhile`] when somebody changed the record since.
    pub fn still(&self, stored: &Self) -> Result<(), ChangedMeanwhile> {
        let is_as_seen = self.0.is_empty() || self.0 == stored.0;
        if is_as_seen { Ok(()) } else { Err(ChangedMeanwhile) }
    }
}

impl Posted for Seen {
    fn named(_: &'static str) -> Self {
        Self::default()
    }

    fn texts(&self) -> Vec<&str> {
        Vec::new()
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        self.0.take(part, values)
    }

    /// It is no part of what was typed.
    fn write(&self, _: &str, _: &mut Map<String, Value>) {}

    fn see(&mut self, stamp: &str) {
        stamp.clone_into(&mut self.0);
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
