//! The filters of the radar, as they stand in the address.

use serde::{Deserialize, Serialize};

use super::Scope;
use crate::list::{Sorting, page_number};

/// The columns that the industries can be sorted by; the first is the usual one, the greatest gap first.
const COLUMNS: [&str; 7] = ["gap", "industry", "waiting", "wait", "free", "neighbours", "coming"];
/// The same of the housing areas.
const AREA_COLUMNS: [&str; 6] = ["gap", "area", "partner", "waiting", "wait", "free"];

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ShortageQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing)]
    pub sort: String,
    #[serde(skip_serializing)]
    pub dir: String,
    /// The id of a housing area.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// The id of a partner.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner: String,
}

impl ShortageQuery {
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// Whether anything is filtered.
    pub fn is_active(&self) -> bool {
        self.scope() != Scope::default()
    }

    /// Whom to count. What is no id counts as nothing chosen.
    pub fn scope(&self) -> Scope {
        Scope { area: self.area.parse().ok(), partner: self.partner.parse().ok() }
    }

    /// The filters as part of an address.
    pub fn filters(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    pub fn sorting(&self) -> Sorting {
        Sorting::read_descending(&self.sort, &self.dir, &COLUMNS, self.filters())
    }

    /// The housing areas are not filtered, only sorted.
    pub fn area_sorting(&self) -> Sorting {
        Sorting::read_descending(&self.sort, &self.dir, &AREA_COLUMNS, "")
    }
}
