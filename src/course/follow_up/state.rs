//! Where a follow-up stands, derived from its dates and its course.

use chrono::{Duration, NaiveDate};
use entity::{
    courses,
    follow_ups::{self, Column, Entity, open},
};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait},
};

use crate::{config::Rules, course::state_filter::is_paused, referral::goes_on, word::Worded};

/// Where a follow-up stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has been due for longer than the scheme allows.
    Overdue,
    Due,
    Upcoming,
    /// Nobody is to be called: the course is paused, has ended or is past its planned end, or the young person wants no more.
    Resting,
    Reached,
    /// Given up after enough tries.
    NotReached,
}

impl Worded for State {
    const KEY: &'static str = "follow-up-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Overdue, "overdue", "warn"),
        (Self::Due, "due", "waiting"),
        (Self::Upcoming, "upcoming", "quiet"),
        (Self::Resting, "resting", "quiet"),
        (Self::Reached, "reached", "good"),
        (Self::NotReached, "not-reached", "stopped"),
    ];
}

impl State {
    /// The follow-ups that stand so, for a query that joins their courses and referrals. Says the same as [`state`].
    pub fn condition(self, rules: &Rules, today: NaiveDate) -> Condition {
        let due = Condition::all().add(waits(today)).add(Column::DueOn.lte(today));
        let late = Column::DueOn.lt(last_in_time(rules, today));
        match self {
            Self::Overdue => due.add(late),
            Self::Due => due.add(late.not()),
            Self::Upcoming => waits(today).add(Column::DueOn.gt(today)),
            Self::Resting => open().add(rests(today)),
            Self::Reached => Condition::all().add(Column::ReachedOn.is_not_null()),
            Self::NotReached => Condition::all().add(Column::NotReachedOn.is_not_null()),
        }
    }
}

/// The follow-ups that staff are to do now, overdue ones among them, for a query that joins their courses and referrals.
pub fn due(today: NaiveDate) -> Condition {
    waits(today).add(Column::DueOn.lte(today))
}

/// Those that are done, and of which whoever referred was not told while the course goes on: an ending is told by itself.
pub fn untold() -> Condition {
    follow_ups::untold().add(courses::Column::EndedOn.is_null()).add(goes_on())
}

/// What is to be done sooner or later, as things stand.
fn waits(today: NaiveDate) -> Condition {
    open().add(rests(today).not())
}

/// Whether nobody is to be called, whatever day it is.
pub fn rests(today: NaiveDate) -> Expr {
    let is_past_end =
        Expr::col((Entity, Column::DueOn)).gt(Expr::col((courses::Entity, courses::Column::PlannedEndOn)));
    courses::Column::EndedOn.is_not_null().or(is_past_end).or(is_paused(today)).or(goes_on().not())
}

/// What was due before this day is overdue.
fn last_in_time(rules: &Rules, today: NaiveDate) -> NaiveDate {
    today - Duration::days(rules.follow_up_late_days)
}

/// What tells where a follow-up stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub due_on: NaiveDate,
    pub reached_on: Option<NaiveDate>,
    pub not_reached_on: Option<NaiveDate>,
    pub rests: bool,
}

/// Where a follow-up stands today.
pub fn state(facts: Facts, rules: &Rules, today: NaiveDate) -> State {
    match (facts.reached_on, facts.not_reached_on) {
        (Some(_), _) => State::Reached,
        (None, Some(_)) => State::NotReached,
        _ if facts.rests => State::Resting,
        _ if facts.due_on > today => State::Upcoming,
        _ if facts.due_on < last_in_time(rules, today) => State::Overdue,
        _ => State::Due,
    }
}
