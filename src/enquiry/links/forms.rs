//! The filters of the list, as they stand in the address.

use serde::{Deserialize, Serialize};

use crate::{list::page_number, partner};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LinksQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing)]
    pub sort: String,
    #[serde(skip_serializing)]
    pub dir: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
}

impl LinksQuery {
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// Only open partners: a closed one refers nobody.
    pub fn filter(&self) -> partner::Filter {
        partner::Filter { text: self.q.clone(), is_open: Some(true) }
    }

    pub fn query(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }
}
