//! The order of the page: what is overdue, what is for today, what is for soon, and in each of them the most urgent first.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{
    find::{Line, OfKind},
    kind::{Kind, due_on},
};
use crate::config::Rules;

/// Beyond so many days of delay a day more makes nothing more urgent.
const MOST_DELAY: i64 = 90;

/// Where on the page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Overdue,
    Now,
    /// Not for today.
    Soon,
}

/// A line with its kind and where it stands.
pub struct Placed<'a> {
    pub kind: &'static Kind,
    pub line: &'a Line,
    /// The day by which it is to be done.
    pub due_on: NaiveDate,
    pub place: Place,
}

impl<'a> Placed<'a> {
    pub fn new(kind: &'static Kind, line: &'a Line, rules: &Rules, today: NaiveDate) -> Self {
        let due_on = due_on(&kind.urgency, line.since, rules, today);
        let place = match (due_on - today).num_days() {
            ..0 => Place::Overdue,
            ahead if ahead > kind.urgency.ahead => Place::Soon,
            _ => Place::Now,
        };
        Self { kind, line, due_on, place }
    }

    /// Greater for what is more urgent.
    fn urgency(&self, today: NaiveDate) -> i64 {
        self.kind.urgency.weight + (today - self.due_on).num_days().min(MOST_DELAY)
    }
}

/// All lines, the most urgent first.
pub fn in_order<'a>(kinds: &'a [OfKind], rules: &Rules, today: NaiveDate) -> Vec<Placed<'a>> {
    let lines = kinds.iter().flat_map(|found| found.lines.iter().map(|line| (found.kind, line)));
    let mut placed: Vec<Placed<'a>> = lines.map(|(kind, line)| Placed::new(kind, line, rules, today)).collect();
    placed.sort_by_key(|one| (Reverse(one.urgency(today)), one.line.since, one.line.id));
    placed
}
