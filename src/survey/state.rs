//! Where a survey stands, derived from its dates.

use chrono::NaiveDate;
use entity::{Survey, consents::ConsentPurpose, surveys::Column};
use sea_orm::{ColumnTrait, Condition, sea_query::ExprTrait};

use crate::{
    referral::{Agreement, has_not_said_no},
    word::Worded,
};

/// Where a survey stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Upcoming,
    Due,
    Answered,
    /// Given up after the contact protocol was followed.
    NotReached,
    /// The young person says no to being asked.
    NotWanted,
}

impl Worded for State {
    const KEY: &'static str = "survey-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Due, "due", "waiting"),
        (Self::Upcoming, "upcoming", "quiet"),
        (Self::Answered, "answered", "good"),
        (Self::NotReached, "not-reached", "stopped"),
        (Self::NotWanted, "not-wanted", "stopped"),
    ];
}

impl State {
    /// The surveys that stand so, for lists that join their referrals. Says the same as [`state`].
    pub fn condition(self, today: NaiveDate) -> Condition {
        let open = Condition::all().add(Column::AnsweredOn.is_null()).add(Column::NotReachedOn.is_null());
        let wanted = open.clone().add(has_not_said_no(ConsentPurpose::Survey));
        match self {
            Self::Upcoming => wanted.add(Column::DueOn.gt(today)),
            Self::Due => wanted.add(Column::DueOn.lte(today)),
            Self::NotWanted => open.add(has_not_said_no(ConsentPurpose::Survey).not()),
            Self::Answered => Condition::all().add(Column::AnsweredOn.is_not_null()),
            Self::NotReached => {
                Condition::all().add(Column::AnsweredOn.is_null()).add(Column::NotReachedOn.is_not_null())
            }
        }
    }
}

/// What tells where a survey stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub due_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub not_reached_on: Option<NaiveDate>,
    /// Since when the young person says no to being asked.
    pub no_since: Option<NaiveDate>,
}

impl Facts {
    pub fn of(survey: &Survey, agreement: Agreement) -> Self {
        Self {
            due_on: survey.due_on,
            answered_on: survey.answered_on,
            not_reached_on: survey.not_reached_on,
            no_since: agreement.no_since(),
        }
    }
}

/// Where a survey stands today.
pub fn state(facts: Facts, today: NaiveDate) -> State {
    match (facts.answered_on, facts.not_reached_on, facts.no_since) {
        (Some(_), _, _) => State::Answered,
        (None, Some(_), _) => State::NotReached,
        (None, None, Some(_)) => State::NotWanted,
        (None, None, None) if facts.due_on > today => State::Upcoming,
        (None, None, None) => State::Due,
    }
}
