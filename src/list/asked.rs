//! What the address of a list asks for.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::PAGE_SIZE;
use crate::spreadsheet::Format;

/// Rows that are read at once for a file.
const BATCH: u64 = 2000;

/// The filters of a list, the column it is sorted by, and the page of it. In templates and conditions it is its filters.
/// The search in the text of a list is its filter `q`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked<F> {
    #[serde(flatten)]
    pub filter: F,
    pub sort: String,
    pub dir: String,
    page: String,
    /// The word of a format, when the list is asked for as a file.
    file: String,
    #[serde(skip)]
    is_batch: bool,
}

/// The filter of a list that shows everything.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub struct Everything {}

impl<F> Asked<F> {
    /// Counted from 1; what is no page is the first.
    pub(super) fn page(&self) -> u64 {
        self.page.parse().ok().filter(|page| (1..=1_000_000).contains(page)).unwrap_or(1)
    }

    pub(super) fn page_size(&self) -> u64 {
        if self.is_batch { BATCH } else { PAGE_SIZE }
    }

    /// What all rows of the list are to be taken away as, rather than a page of them shown.
    pub fn file(&self) -> Option<Format> {
        Format::of_word(&self.file)
    }

    /// The same rows in large pages, one of them: how a file reads them.
    #[must_use]
    pub fn batch(&self, number: u64) -> Self
    where
        F: Clone,
    {
        Self { page: number.to_string(), is_batch: true, ..self.clone() }
    }

    /// The same with other filters.
    #[must_use]
    pub fn filtered_by(self, other: impl FnOnce(F) -> F) -> Self {
        Self { filter: other(self.filter), ..self }
    }
}

impl<F: Serialize> Asked<F> {
    /// The filters that say something, as part of an address.
    pub fn filters(&self) -> String {
        let all = serde_html_form::to_string(&self.filter).unwrap_or_default();
        all.split('&').filter(|filter| !filter.ends_with('=')).collect::<Vec<_>>().join("&")
    }

    pub fn is_filtered(&self) -> bool {
        !self.filters().is_empty()
    }
}

impl<F> Deref for Asked<F> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.filter
    }
}
