//! One page of a list.

use std::cmp::Ordering;

use serde::Serialize;

use super::{Asked, Paging, Sorting};

/// The rows of a page, where in the list they stand, and how it is sorted.
#[derive(Clone, Debug)]
pub struct Found<R> {
    pub rows: Vec<R>,
    pub paging: Paging,
    pub sorting: Sorting,
}

impl<R> Found<R> {
    /// The same page with its rows in words.
    pub fn map<S>(self, row: impl FnMut(R) -> S) -> Found<S> {
        self.with_rows(|rows| rows.into_iter().map(row).collect())
    }

    pub fn with_rows<S>(self, shown: impl FnOnce(Vec<R>) -> Vec<S>) -> Found<S> {
        Found { rows: shown(self.rows), paging: self.paging, sorting: self.sorting }
    }

    pub(super) fn nothing_yet(asked: &Asked<impl Serialize>, sorting: Sorting, total: u64) -> Self {
        Self {
            rows: Vec::new(),
            paging: Paging::new((asked.page(), asked.page_size()), total, sorting.whole_query()),
            sorting,
        }
    }

    /// A page of rows that are in memory, all of them. `compare` is told the column; the first is the usual one.
    pub fn of_all(
        mut all: Vec<R>,
        asked: &Asked<impl Serialize>,
        (columns, is_newest_first): (&[&str], bool),
        compare: impl Fn(&str, &R, &R) -> Ordering,
    ) -> Self {
        let sorting = Sorting::new(asked, columns, is_newest_first);
        all.sort_by(|one, other| {
            let order = compare(&sorting.by, one, other);
            if sorting.descending { order.reverse() } else { order }
        });
        Self::in_this_order(all, asked, sorting)
    }

    /// A page of rows that are in memory and stand in the one order that there is.
    pub fn of_sorted(all: Vec<R>, asked: &Asked<impl Serialize>) -> Self {
        let sorting = Sorting::new(asked, &[], false);
        Self::in_this_order(all, asked, sorting)
    }

    fn in_this_order(all: Vec<R>, asked: &Asked<impl Serialize>, sorting: Sorting) -> Self {
        let page = Self::nothing_yet(asked, sorting, all.len() as u64);
        let before = usize::try_from(page.paging.rows_before()).unwrap_or(usize::MAX);
        let rows = all.into_iter().skip(before).take(asked.page_size() as usize).collect();
        Self { rows, ..page }
    }
}
