//! How a list is sorted, and the links that sort it otherwise.

/// The column a list is sorted by, as its address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    pub by: String,
    pub descending: bool,
    /// The filters of the list, url-encoded, without `sort`, `dir` and `page`.
    pub query: String,
}

impl Sorting {
    /// Reads `?sort=…&dir=…`. A column that the list does not offer sorts by the first that it does.
    pub fn read(sort: &str, dir: &str, columns: &[&str], query: impl Into<String>) -> Self {
        let by = columns.iter().find(|column| **column == sort).or(columns.first());
        let by = by.map(|column| (*column).to_owned()).unwrap_or_default();
        Self { descending: dir == "desc" && by == sort, by, query: query.into() }
    }

    /// The same for a list that shows the newest or the most first: downwards by its first column, unless the address
    /// says otherwise.
    pub fn read_descending(sort: &str, dir: &str, columns: &[&str], query: impl Into<String>) -> Self {
        let first = columns.first().copied().unwrap_or_default();
        let (sort, dir) = if sort.is_empty() { (first, "desc") } else { (sort, dir) };
        Self::read(sort, dir, columns, query)
    }

    /// The query of the address that sorts by `column`: the other way round when it already does.
    pub fn href(&self, column: &str) -> String {
        let dir = if self.by == column && !self.descending { "desc" } else { "asc" };
        format!("?{}sort={column}&dir={dir}", self.prefix())
    }

    /// The filters and the sorting, url-encoded: what the links to other pages must keep.
    pub fn whole_query(&self) -> String {
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
