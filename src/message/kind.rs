//! The kinds of letters: only what somebody composes can be queued.

use std::pin::Pin;

use sea_orm::prelude::Uuid;

use super::{Desk, Letter};

/// The letter, or nothing when it is no longer wanted: the person is gone, or has answered meanwhile.
type Composed = Pin<Box<dyn Future<Output = anyhow::Result<Option<Letter>>> + Send>>;

/// Composes the letters of one kind, given the id of what they are about. Issues the links in them.
type Composer = fn(Desk, Uuid) -> Composed;

/// A kind of letter. `letters!` makes those of a feature.
#[derive(Clone, Copy, Debug)]
pub struct LetterKind {
    /// As it stands in the table.
    pub name: &'static str,
    /// The pages on which what it is about is shown.
    pub about: &'static str,
    pub compose: Composer,
}

/// The letters that a feature writes, one a line: each can be queued, and all of them are delivered.
macro_rules! letters {
    ($($kind:ident = $name:literal, $about:literal, $compose:ident;)+) => {
        // The column that keeps the name is no wider.
        $(const _: () = assert!($name.len() <= 40);)+

        $(pub const $kind: $crate::message::LetterKind = $crate::message::LetterKind {
            name: $name,
            about: $about,
            compose: |desk, id| Box::pin($compose(desk, id)),
        };)+

        pub const LETTERS: &[$crate::message::LetterKind] = &[$($kind),+];
    };
}

pub(crate) use letters;
