//! The filters of the list, as they stand in the address.

use chrono::NaiveDate;
use entity::security_events::SecurityKind;
use serde::{Deserialize, Serialize};

use crate::{form::DateParts, word::Worded};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SecurityFilter {
    pub kind: String,
    pub on_day: String,
    pub on_month: String,
    pub on_year: String,
}

impl SecurityFilter {
    pub fn kind(&self) -> Option<SecurityKind> {
        SecurityKind::read(&self.kind)
    }

    pub fn on(&self) -> DateParts {
        DateParts::new(&self.on_day, &self.on_month, &self.on_year)
    }

    /// The day in Denmark; nothing lets every day through.
    pub fn day(&self) -> Option<NaiveDate> {
        self.on().date()
    }
}
