//! What was done to a record, in sentences.

use fluent_templates::fluent_bundle::FluentValue;

use crate::{language::Tr, record::PastChange};

/// One line of a history, in the reader's language.
#[derive(Clone, Debug)]
pub struct Event {
    pub when: String,
    pub what: String,
    /// Why, as somebody typed it; empty when nobody said.
    pub reason: String,
}

impl Event {
    /// The sentence of the change, with whoever made it as `name`: one of the sides without a sign-in, as by a link; the platform when it
    /// did so by the clock.
    pub fn new(tr: Tr, change: &PastChange) -> Self {
        Self::with(tr, change, [])
    }

    /// The same with more filled in.
    pub fn with(
        tr: Tr,
        change: &PastChange,
        more: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> Self {
        let name = change.by_name.clone().unwrap_or_else(|| tr.t(themselves(change)));
        let mut what = tr.with(change.key(), [("name", name.into())].into_iter().chain(more));
        if change.by_name.is_some() && change.on_behalf_of.as_deref() == Some("mentor") {
            what = format!("{what} {}", tr.t("on-behalf-of-the-mentor"));
        }
        Self { when: tr.date_of(&change.at), what, reason: change.reason.clone().unwrap_or_default() }
    }

    /// The history of a record, the newest first.
    pub fn all(tr: Tr, changes: &[PastChange]) -> Vec<Self> {
        changes.iter().map(|change| Self::new(tr, change)).collect()
    }
}

/// The words for whoever made a change that nobody who signs in made.
fn themselves(change: &PastChange) -> &'static str {
    match change.on_behalf_of.as_deref() {
        Some("mentor") => "by-the-mentor",
        Some("mentee") => "by-the-mentee",
        Some("referrer") => "by-the-referrer",
        _ => "by-the-platform",
    }
}
