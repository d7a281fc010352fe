//! Fifty rows a page.

/// Rows on a page of any list.
pub const PAGE_SIZE: u64 = 50;

/// Where in a list one is.
#[derive(Clone, Debug)]
pub struct Paging {
    pub page: u64,
    pub pages: u64,
    pub total: u64,
    /// The filters and the sorting, url-encoded, without `page`.
    pub query: String,
}

impl Paging {
    /// A page beyond the last is the last.
    pub(super) fn new(page: u64, total: u64, query: String) -> Self {
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        Self { page: page.min(pages), pages, total, query }
    }

    pub(super) fn rows_before(&self) -> u64 {
        (self.page - 1) * PAGE_SIZE
    }
}
