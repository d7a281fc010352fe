//! Where a proposal stands for whoever looks at it: as its instants say, or stopped by the young person's no to a mentor.

use std::borrow::Cow;

use chrono::NaiveDate;
use entity::proposals::Column;
use sea_orm::{ColumnTrait, Condition, sea_query::ExprTrait};

use super::State;
use crate::{language::Tr, referral, word::Worded};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    As(State),
    /// It is open, and nobody can say yes any more: the young person says no to a mentor. Staff take it back.
    Stopped,
}

impl Worded for Standing {
    const KEY: &'static str = State::KEY;

    fn all() -> impl Iterator<Item = Self> {
        State::all().map(Self::As).chain([Self::Stopped])
    }

    fn code(self) -> Cow<'static, str> {
        match self {
            Self::As(state) => state.code(),
            Self::Stopped => "stopped".into(),
        }
    }

    fn badge(self) -> &'static str {
        match self {
            Self::As(state) => state.badge(),
            Self::Stopped => "stopped",
        }
    }
}

impl Standing {
    pub fn new(state: State, stopped_on: Option<NaiveDate>) -> Self {
        if state.is_open() && stopped_on.is_some() { Self::Stopped } else { Self::As(state) }
    }

    /// In words, for the mentor whom it may wait for.
    pub fn for_mentor(self, tr: Tr) -> String {
        match self {
            Self::As(state) => state.for_mentor(tr),
            Self::Stopped => self.label(tr),
        }
    }

    /// The proposals that stand so, for a query that joins their referrals. Says the same as [`Standing::new`].
    pub fn condition(self) -> Condition {
        match self {
            Self::As(state) if state.is_open() => state.condition().add(referral::goes_on()),
            Self::As(state) => state.condition(),
            Self::Stopped => Condition::all().add(Column::ClosedAt.is_null()).add(referral::goes_on().not()),
        }
    }
}
