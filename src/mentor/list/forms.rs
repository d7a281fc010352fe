//! The filters of the list, as they stand in the address.

use serde::Deserialize;

use super::Filter;
use crate::{list::page_number, mentor::MentorStatus};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MentorsQuery {
    pub q: String,
    pub status: String,
    pub industry: String,
    pub postcode: String,
    pub language: String,
    pub expiring: String,
    pub inactive: String,
    pub page: String,
    pub sort: String,
    pub dir: String,
}

impl MentorsQuery {
    pub fn filter(&self) -> Filter {
        Filter {
            text: self.q.trim().to_owned(),
            status: MentorStatus::from_code(&self.status),
            industry: self.industry.parse().ok(),
            postcode: self.postcode.trim().chars().filter(char::is_ascii_digit).take(4).collect(),
            language: self.language.clone(),
            is_expiring: self.expiring == "yes",
            is_inactive: self.inactive == "yes",
        }
    }

    fn filters(&self) -> [(&'static str, &String); 7] {
        [
            ("q", &self.q),
            ("status", &self.status),
            ("industry", &self.industry),
            ("postcode", &self.postcode),
            ("language", &self.language),
            ("expiring", &self.expiring),
            ("inactive", &self.inactive),
        ]
    }

    pub fn is_filtered(&self) -> bool {
        self.filters().iter().any(|(_, value)| !value.is_empty())
    }

    /// The filters alone, url-encoded.
    pub fn query(&self) -> String {
        let filters: Vec<_> = self.filters().into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(filters).unwrap_or_default()
    }

    pub fn page(&self) -> u64 {
        page_number(self.page.parse().ok())
    }
}
