//! Kept forms: what somebody typed and what was not taken, until it is sent or thrown away; and which forms were taken.
//!
//! A form comes back for many reasons, told by [`Why`]. Signed in, what was typed is kept in the table `kept_forms` and
//! filled in whenever its page is shown; for visitors it goes back in the answer and nowhere else.

pub mod handlers;
mod keep;
mod linked;
mod pages;
mod place;
mod queries;
mod remove_old;
mod submissions;

pub use keep::{forget_beneath, is_kept_for, throw_away};
pub use place::place;
pub use queries::{lying_of, lying_since};
pub use remove_old::{FORMS_KEPT_DAYS, remove_old};

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;

use crate::{error::AppError, form::Pairs, word::Worded};

/// Why a form stands on its page as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was never sent.
    Typed,
    /// The session was over when it was sent.
    SignedOut,
    /// Somebody else was signed in in the same browser.
    OtherSignIn,
    /// The page was older than the sign-in.
    OldPage,
    /// Somebody changed the record meanwhile.
    Changed,
    /// The young person wants no mentor by now.
    Stopped,
    /// Something on it was to be put right.
    Refused,
    /// It was sent to somebody who may not do that (any more).
    NotForYou,
    TooMany,
    NotRead,
    /// We failed, and nothing of it was saved.
    Failed,
    /// We failed, and cannot tell whether it was saved.
    Unknown,
}

impl Worded for Why {
    const KEY: &'static str = "kept-why";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Typed, "typed", ""),
        (Self::SignedOut, "signed-out", ""),
        (Self::OtherSignIn, "other-sign-in", ""),
        (Self::OldPage, "old-page", ""),
        (Self::Changed, "changed", ""),
        (Self::Stopped, "stopped", ""),
        (Self::Refused, "refused", ""),
        (Self::NotForYou, "not-for-you", ""),
        (Self::TooMany, "too-many", ""),
        (Self::NotRead, "not-read", ""),
        (Self::Failed, "failed", ""),
        (Self::Unknown, "unknown", ""),
    ];
}

impl Why {
    fn of_error(error: &AppError) -> Self {
        match error {
            AppError::SignInFirst => Self::SignedOut,
            AppError::ForeignForm | AppError::FromElsewhere => Self::OldPage,
            AppError::ChangedMeanwhile => Self::Changed,
            AppError::Stopped => Self::Stopped,
            AppError::NotFound | AppError::Forbidden => Self::NotForYou,
            AppError::TooMany => Self::TooMany,
            AppError::NotAForm => Self::NotRead,
            _ => Self::Failed,
        }
    }
}

/// A form as it was typed.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Nothing where it is in no table.
    pub id: Option<Uuid>,
    /// The page on which it stood, with its query; empty when it did not say.
    pub page: String,
    pub action: String,
    /// Which rendering it was; empty when it did not say.
    pub once: String,
    pub turn: i64,
    pub why: Why,
    pub pairs: Pairs,
    /// Whether a field was left out, as it held a CPR number.
    pub is_incomplete: bool,
    pub at: DateTime<Utc>,
}

impl Kept {
    /// Whether anybody typed anything.
    pub fn has_words(&self) -> bool {
        self.is_incomplete || self.pairs.iter().any(|(_, value)| !value.trim().is_empty())
    }

    /// Whether this is the same rendering of the same form.
    fn is_same_form(&self, other: &Self) -> bool {
        self.once == other.once && (!self.once.is_empty() || self.action == other.action)
    }
}

/// The path of a page, without its query.
fn path_of(page: &str) -> &str {
    page.split(['?', '#']).next().unwrap_or_default()
}
