//! The filters of the list, as they stand in the address.

use serde::{Deserialize, Serialize};

use crate::list::{Sorting, page_number};

/// The columns that the list can be sorted by; the first is the usual one, the newest first.
const COLUMNS: [&str; 5] = ["proposed", "expires", "young", "mentor", "partner"];

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ProposalsQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing)]
    pub sort: String,
    #[serde(skip_serializing)]
    pub dir: String,
    /// The word of a state, or `open` for all that still hold a seat.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// `yes` for those about which the young person was written to, `no` for the others.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asked: String,
    /// The id of a partner.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner: String,
    /// A part of the young person's or the mentor's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
}

impl ProposalsQuery {
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// Whether anything is filtered.
    pub fn is_active(&self) -> bool {
        !self.filters().is_empty()
    }

    fn filters(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    pub fn sorting(&self) -> Sorting {
        Sorting::read_descending(&self.sort, &self.dir, &COLUMNS, self.filters())
    }
}
