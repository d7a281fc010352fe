//! The order of the page: what is to be done at once, what is overdue, what is for today, what is for soon, and in each of them
//! the most urgent first.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::kind::{Kind, due_on};
use crate::config::Rules;

/// Where on the page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Overdue,
    Now,
    /// Not for today.
    Soon,
}

/// Where a thing of a kind stands on a day: the lesser comes first. Of one kind those that have waited longer never stand behind
/// others, so the first of each kind are enough to know the first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    may_wait: bool,
    pub place: Place,
    /// Greater for what is more urgent.
    urgency: Reverse<i64>,
}

impl Standing {
    pub fn of(kind: &Kind, since: Option<NaiveDate>, rules: &Rules, today: NaiveDate) -> Self {
        let ahead = (due_on(&kind.urgency, since, rules, today) - today).num_days();
        let place = match ahead {
            ..0 => Place::Overdue,
            ahead if ahead > kind.urgency.ahead => Place::Soon,
            _ => Place::Now,
        };
        Self {
            may_wait: !kind.urgency.is_at_once,
            place,
            urgency: Reverse(kind.urgency.weight + (-ahead).min(kind.urgency.most_delay)),
        }
    }
}
