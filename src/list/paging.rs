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
    /// Rows of a page.
    pub(super) size: u64,
}

impl Paging {
    /// A page beyond the last is the last.
    pub(super) fn new((page, size): (u64, u64), total: u64, query: String) -> Self {
        let pages = total.div_ceil(size).max(1);
        Self { page: page.min(pages), pages, total, query, size }
    }

    /// The address of the whole list as a file, but for its format; `path` is that of the list.
    pub fn file_address(&self, path: &str) -> String {
        let and = if self.query.is_empty() { "" } else { "&" };
        format!("{path}?{}{and}", self.query)
    }

    pub(super) fn rows_before(&self) -> u64 {
        (self.page - 1) * self.size
    }
}
