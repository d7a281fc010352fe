//! Where a survey stands, derived from its dates.

use chrono::NaiveDate;
use entity::surveys::Column;
use sea_orm::{ColumnTrait, Condition};

/// Where a survey stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Upcoming,
    Due,
    Answered,
    /// Given up after the contact protocol was followed.
    NotReached,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Due, Self::Upcoming, Self::Answered, Self::NotReached];

    /// As in addresses and keys of sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Due => "due",
            Self::Answered => "answered",
            Self::NotReached => "not-reached",
        }
    }

    /// The kind of badge that shows it.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Upcoming => "quiet",
            Self::Due => "waiting",
            Self::Answered => "good",
            Self::NotReached => "stopped",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The surveys that stand so, for lists. Says the same as [`state`].
    pub fn condition(self, today: NaiveDate) -> Condition {
        let open = Condition::all().add(Column::AnsweredOn.is_null()).add(Column::NotReachedOn.is_null());
        match self {
            Self::Upcoming => open.add(Column::DueOn.gt(today)),
            Self::Due => open.add(Column::DueOn.lte(today)),
            Self::Answered => Condition::all().add(Column::AnsweredOn.is_not_null()),
            Self::NotReached => {
                Condition::all().add(Column::AnsweredOn.is_null()).add(Column::NotReachedOn.is_not_null())
            }
        }
    }
}

/// Where a survey with these dates stands today.
pub fn state(
    due_on: NaiveDate,
    answered_on: Option<NaiveDate>,
    not_reached_on: Option<NaiveDate>,
    today: NaiveDate,
) -> State {
    match (answered_on, not_reached_on) {
        (Some(_), _) => State::Answered,
        (None, Some(_)) => State::NotReached,
        (None, None) if due_on > today => State::Upcoming,
        (None, None) => State::Due,
    }
}
