//! How a list is sorted, and the links that sort it otherwise.

use serde::Serialize;

use super::Asked;

/// The column a list is sorted by, as its address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    pub by: String,
    pub descending: bool,
    /// The filters of the list, url-encoded, without `sort`, `dir` and `page`.
    query: String,
}

impl Sorting {
    /// A list whose address names no column is sorted by its first one as usual; one that it does not offer stands for
    /// the first, upwards.
    pub(super) fn new<F: Serialize>(asked: &Asked<F>, columns: &[&str], is_newest_first: bool) -> Self {
        let named = columns.iter().find(|column| **column == asked.sort);
        let descending = if asked.sort.is_empty() { is_newest_first } else { named.is_some() && asked.dir == "desc" };
        let by = named.or(columns.first()).map(|column| (*column).to_owned()).unwrap_or_default();
        Self { by, descending, query: asked.filters() }
    }

    /// The query of the address that sorts by `column`: the other way round when it already does.
    pub fn href(&self, column: &str) -> String {
        let dir = if self.by == column && !self.descending { "desc" } else { "asc" };
        format!("?{}sort={column}&dir={dir}", self.prefix())
    }

    /// The filters and the sorting, url-encoded: what the links to other pages must keep.
    pub(super) fn whole_query(&self) -> String {
        if self.by.is_empty() {
            return self.query.clone();
        }
        let dir = if self.descending { "desc" } else { "asc" };
        format!("{}sort={}&dir={dir}", self.prefix(), self.by)
    }

    /// What `aria-sort` says of `column`.
    pub fn aria(&self, column: &str) -> &'static str {
        match (self.by == column, self.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }

    fn prefix(&self) -> String {
        if self.query.is_empty() { String::new() } else { format!("{}&", self.query) }
    }
}
