//! The kinds of messages: only what somebody composes, and what says how it behaves, can be queued.

use std::pin::Pin;

use chrono::{DateTime, Duration, Utc};
use entity::messages::{AddresseeKind, Category, Channel};
use sea_orm::prelude::Uuid;

use super::{Desk, Letter};

/// The letter, or nothing when it is no longer wanted: the person is gone, or has answered meanwhile.
type Composed = Pin<Box<dyn Future<Output = anyhow::Result<Option<Letter>>> + Send>>;

/// Composes the letters of one kind, given the id of what they are about. Issues the links in them.
type Composer = fn(Desk, Uuid) -> Composed;

/// A kind of message. `letters!` makes those of a feature.
#[derive(Clone, Copy, Debug)]
pub struct MessageKind {
    /// As it stands in the table.
    pub name: &'static str,
    /// The pages on which what it is about is shown.
    pub about: &'static str,
    /// What makes it be written, and what for: for `brobyg messages` and `docs/messages.md`.
    pub when: &'static str,
    pub why: &'static str,
    pub declared: Declared,
    pub compose: Composer,
}

impl MessageKind {
    /// What two messages share of which only the first is queued.
    pub fn dedup_key(&self, subject_id: Uuid, dedup: &str) -> String {
        format!("{}:{}:{dedup}", self.name, subject_id.simple())
    }
}

/// How the messages of a kind behave. There is no default for any of it.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// What it says to whom, by each way that it goes.
    pub texts: &'static [Said],
    pub category: Category,
    pub unsubscribe: Unsubscribe,
    pub quiet: Quiet,
    pub useless_after: UselessAfter,
    pub unknown: IfUnknown,
}

/// What a kind says to some of its readers, by one channel.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    pub channel: Channel,
    pub to: &'static [AddresseeKind],
    /// The keys of its subject, its paragraphs and its links. Some are said only where they fit.
    pub keys: &'static [&'static str],
}

impl Declared {
    /// Whether a letter goes to whom, by the way and in the words that are declared.
    pub(super) fn covers(&self, letter: &Letter) -> bool {
        self.texts.iter().any(|text| {
            text.channel == letter.channel
                && text.to.contains(&letter.whom.kind)
                && letter.said.iter().all(|key| text.keys.contains(&key.as_str()))
        })
    }
}

/// Whether somebody can say that they want no more of its category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsubscribe {
    /// It has to be told: a sign-in, a consent, what somebody asked for.
    Never,
    /// With one click, in the mail program or on a page.
    OneClick,
}

/// Whether it may come at night or on a Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// Somebody sits and waits for it.
    AtOnce,
    /// It is held until the next morning that is no Sunday and no holiday.
    Waits,
    /// The same, unless what it tells of is so near that somebody would learn of it too late ([`super::Occasion`]).
    WaitsUnlessNear,
}

/// How long after it was wanted nobody is helped by it any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UselessAfter {
    Hours(i64),
    Days(i64),
    /// When what it tells of has come: its composer says when that is ([`super::Occasion`]).
    Occasion,
    /// It has to arrive, however late.
    Never,
}

impl UselessAfter {
    pub(super) fn is_over(self, due_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        match self {
            Self::Hours(hours) => now > due_at + Duration::hours(hours),
            Self::Days(days) => now > due_at + Duration::days(days),
            Self::Occasion | Self::Never => false,
        }
    }
}

/// What is done with a message of which nobody knows whether it arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfUnknown {
    /// It is sent again, the same to the letter: twice is better than never. Only by mail, where programs can tell.
    Again,
    /// Never by itself. Somebody is asked.
    Asked,
}

/// The letters that a feature writes, each with what it declares: each can be queued, and all of them are delivered.
macro_rules! letters {
    ($($kind:ident = $name:literal, $about:expr, $compose:ident
        when $when:literal, so that $why:literal,
        says { $($channel:ident to [$($to:ident),+]: $($key:literal),+;)+ },
        as $category:ident, unsubscribe $unsubscribe:ident,
        quiet $quiet:ident, useless after $useless:ident $(($long:literal))?, if unknown $unknown:ident;)+) => {
        // The column that keeps the name is no wider.
        $(const _: () = assert!($name.len() <= 40);)+

        $(pub const $kind: $crate::message::MessageKind = $crate::message::MessageKind {
            name: $name,
            about: $about,
            when: $when,
            why: $why,
            declared: $crate::message::Declared {
                texts: &[$($crate::message::Said {
                    channel: entity::messages::Channel::$channel,
                    to: &[$(entity::messages::AddresseeKind::$to),+],
                    keys: &[$($key),+],
                }),+],
                category: entity::messages::Category::$category,
                unsubscribe: $crate::message::Unsubscribe::$unsubscribe,
                quiet: $crate::message::Quiet::$quiet,
                useless_after: $crate::message::UselessAfter::$useless $(($long))?,
                unknown: $crate::message::IfUnknown::$unknown,
            },
            compose: |desk, id| Box::pin($compose(desk, id)),
        };)+

        pub const LETTERS: &[$crate::message::MessageKind] = &[$($kind),+];
    };
}

pub(crate) use letters;
