//! The filters of the list, as they stand in the address.

use chrono::NaiveDate;
use entity::security_events::SecurityKind;
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};

use crate::{form::DateParts, list::page_number};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SecurityQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub on_day: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub on_month: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub on_year: String,
}

impl SecurityQuery {
    pub fn kind(&self) -> Option<SecurityKind> {
        SecurityKind::try_from_value(&self.kind).ok()
    }

    pub fn on(&self) -> DateParts {
        DateParts::new(&self.on_day, &self.on_month, &self.on_year)
    }

    /// The day in Denmark; nothing lets every day through.
    pub fn day(&self) -> Option<NaiveDate> {
        self.on().date()
    }

    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// The filters alone, url-encoded.
    pub fn filters(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    pub fn is_active(&self) -> bool {
        !self.filters().is_empty()
    }
}
