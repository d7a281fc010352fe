//! Where a proposal stands for whoever looks at it: as its instants say, or stopped by the young person's no to a mentor.

use chrono::NaiveDate;
use entity::proposals::Column;
use sea_orm::{ColumnTrait, Condition, sea_query::ExprTrait};

use super::State;
use crate::{language::Tr, referral};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    As(State),
    /// It is open, and nobody can say yes any more: the young person says no to a mentor. Staff take it back.
    Stopped,
}

impl Standing {
    pub fn new(state: State, stopped_on: Option<NaiveDate>) -> Self {
        if state.is_open() && stopped_on.is_some() { Self::Stopped } else { Self::As(state) }
    }

    /// Every one, in the order of the filter.
    pub fn all() -> impl Iterator<Item = Self> {
        State::ALL.into_iter().map(Self::As).chain([Self::Stopped])
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::all().find(|standing| standing.code() == code)
    }

    /// As in addresses and at the end of the keys `matching-state-…`.
    pub fn code(self) -> &'static str {
        match self {
            Self::As(state) => state.code(),
            Self::Stopped => "stopped",
        }
    }

    /// The kind of badge that shows it.
    pub fn badge(self) -> &'static str {
        match self {
            Self::As(state) => state.badge(),
            Self::Stopped => "stopped",
        }
    }

    /// In words, for staff.
    pub fn for_staff(self, tr: Tr) -> String {
        tr.t(format!("matching-state-{}", self.code()))
    }

    /// In words, for the mentor whom it may wait for.
    pub fn for_mentor(self, tr: Tr) -> String {
        match self {
            Self::As(state) => state.for_mentor(tr),
            Self::Stopped => self.for_staff(tr),
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
