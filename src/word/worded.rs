//! One way from a word to its code, its sentence, its badge and the choices of a form, and back.

use std::borrow::Cow;

use crate::{language::Tr, word::Choice};

/// A word that is stored, posted or stands in an address.
pub trait Worded: Copy + PartialEq + 'static {
    /// How the keys of its sentences begin; its code follows, with hyphens.
    const KEY: &'static str;
    /// Each with its code and its badge, in the order in which people choose. Those of the database have none: their
    /// codes stand in `entity`.
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[];

    fn all() -> impl Iterator<Item = Self> {
        Self::TABLE.iter().map(|(word, _, _)| *word)
    }

    fn code(self) -> Cow<'static, str> {
        self.row().0.into()
    }

    /// The kind of badge that shows it.
    fn badge(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        let own = Self::TABLE.iter().find(|(word, _, _)| *word == self);
        own.map(|(_, code, badge)| (*code, *badge)).unwrap_or_default()
    }

    fn read(code: &str) -> Option<Self> {
        Self::all().find(|word| word.code() == code)
    }

    fn label(self, tr: Tr) -> String {
        self.label_as(tr, Self::KEY)
    }

    /// As a room says it that has sentences of its own.
    fn label_as(self, tr: Tr, key: &str) -> String {
        tr.t(format!("{key}-{}", self.code()).replace('_', "-"))
    }

    fn choice(self, tr: Tr) -> Choice {
        self.choice_as(tr, Self::KEY)
    }

    fn choice_as(self, tr: Tr, key: &str) -> Choice {
        Choice::new(self.code(), self.label_as(tr, key))
    }

    fn choices(tr: Tr) -> Vec<Choice> {
        Self::choices_as(tr, Self::KEY)
    }

    fn choices_as(tr: Tr, key: &str) -> Vec<Choice> {
        Self::all().map(|word| word.choice_as(tr, key)).collect()
    }
}
