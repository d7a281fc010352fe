//! The pages on which a draft is typed, of which there may be several at once: who saved it last, and who has not seen that.

use entity::ReferralDraft;

/// A page with the form of a draft, as it tells of itself.
#[derive(Default)]
pub struct Tab {
    name: String,
    /// The draft as the page had it; nothing where the page does not say.
    seen: Option<String>,
    /// When it was typed, by the clock of the browser; 0 without a script.
    turn: i64,
}

/// What becomes of what a page saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Newest,
    /// The same page has saved what was typed later.
    Older,
    /// Another page has saved since this one was shown.
    Overtaken,
}

impl Tab {
    /// What a page says in its field `_seen`, and when.
    pub fn read(said: Option<&str>, turn: i64) -> Self {
        let said = said.filter(|said| said.len() <= 200).and_then(|said| said.split_once('.'));
        let (name, seen) =
            said.map_or((String::new(), None), |(name, seen)| (name.chars().take(64).collect(), Some(seen.to_owned())));
        Self { name, seen, turn }
    }

    pub(super) fn standing(&self, draft: &ReferralDraft) -> Standing {
        let is_same = self.name == draft.tab;
        if !is_same && self.seen.as_ref().is_some_and(|seen| *seen != version(draft)) {
            return Standing::Overtaken;
        }
        let is_ordered = is_same || self.seen.is_none();
        if is_ordered && self.turn != 0 && self.turn < draft.turn { Standing::Older } else { Standing::Newest }
    }

    /// Who saved last, from now on; another save of the same page is always a later one.
    pub(super) fn mark(self, before: Option<&ReferralDraft>) -> (String, i64) {
        let turn = match before.filter(|draft| self.turn == 0 && draft.tab == self.name) {
            Some(draft) => draft.turn + 1,
            None => self.turn,
        };
        (self.name, turn)
    }
}

/// What a page called `name` says of itself that shows this draft, or the form of a new one.
pub fn seen(name: &str, draft: Option<&ReferralDraft>) -> String {
    format!("{name}.{}", draft.map(version).unwrap_or_default())
}

fn version(draft: &ReferralDraft) -> String {
    format!("{}:{}", draft.tab, draft.turn)
}
