//! What the address of a list asks for.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

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
}

/// The filter of a list that shows everything.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub struct Everything {}

impl<F> Asked<F> {
    /// Counted from 1; what is no page is the first.
    pub(super) fn page(&self) -> u64 {
        self.page.parse().ok().filter(|page| (1..=1_000_000).contains(page)).unwrap_or(1)
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
