//! The vocabulary's lines in the change log.

use sea_orm::prelude::Uuid;

use crate::{
    industry::{self, IndustryCode},
    language::Tr,
    page::Event,
    record::{Change, PastChange},
    viewer::Viewer,
};

/// The word of the change log for all of the vocabulary.
pub(super) const SUBJECT: &str = "vocabulary";

/// An act upon the vocabulary. The word itself is written down: it belongs to nobody.
pub(super) fn change(
    viewer: &Viewer,
    id: Uuid,
    action: &'static str,
    word: &str,
    code: Option<&IndustryCode>,
) -> Change {
    let details = serde_json::json!({ "word": word, "industry": code.map(ToString::to_string) });
    Change { details: Some(details), ..Change::of(viewer, SUBJECT, id, action) }
}

/// One line of the history in words.
pub fn event(tr: Tr, change: &PastChange) -> Event {
    let detail = |name: &str| {
        let details = change.details.as_ref().and_then(|details| details.get(name)?.as_str());
        details.unwrap_or_default().to_owned()
    };
    let code = detail("industry");
    let industry = code.parse().map(|code| industry::name(tr, &code)).unwrap_or(code);
    Event::with(tr, change, [("word", detail("word").into()), ("industry", industry.into())])
}
