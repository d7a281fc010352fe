//! Lists: 50 rows a page, filtered and sorted by the address.

use serde::Deserialize;

/// Rows on a page of any list.
pub const PAGE_SIZE: u64 = 50;

/// What every list understands in its address, besides its own filters.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub page: Option<u64>,
    pub sort: String,
    pub dir: String,
}

impl ListQuery {
    /// The page asked for, counted from 1.
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }
}

/// The page that an address asks for, counted from 1; anything else is the first.
pub fn page_number(asked: Option<u64>) -> u64 {
    asked.filter(|page| (1..=1_000_000).contains(page)).unwrap_or(1)
}

/// Where in a list one is.
#[derive(Clone, Debug)]
pub struct Paging {
    pub page: u64,
    pub pages: u64,
    pub total: u64,
    /// The other filters, url-encoded, without `page`.
    pub query: String,
}

impl Paging {
    /// A page beyond the last is the last.
    pub fn new(page: u64, total: u64, query: String) -> Self {
        let pages = pages(total);
        Self { page: page.min(pages), pages, total, query }
    }
}

/// How many rows stand before a page that is asked for: a page beyond the last is the last.
pub fn rows_before(page: u64, total: u64) -> u64 {
    (page.min(pages(total)) - 1) * PAGE_SIZE
}

fn pages(total: u64) -> u64 {
    total.div_ceil(PAGE_SIZE).max(1)
}
