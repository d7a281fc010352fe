//! On which days a course is followed up: twice in its first month, then again and again, and reviewed once. Everything lies
//! later by the pauses that are over or have an end.

use chrono::{Duration, NaiveDate};
use entity::follow_ups::Side;

use crate::{config::Rules, course::basis::Basis};

/// The day of the next follow-up with a side.
///
/// It lies after what was done last. Of days that had gone by when the follow-up was planned, as of a course that was moved in, the
/// last one alone is made up for.
pub fn due(
    side: Side,
    basis: &Basis,
    rules: &Rules,
    (done_on, planned_on): (Option<NaiveDate>, NaiveDate),
) -> Option<NaiveDate> {
    let (mut due, mut number) = (None, 0);
    while let Some(day) =
        days_after(side, number, rules).map(|days| basis.later_by_pauses(basis.start + Duration::days(days)))
    {
        let is_left = done_on.is_none_or(|done| day > done);
        if is_left && (due.is_none() || day <= planned_on) {
            due = Some(day);
        }
        if due.is_some() && day > planned_on {
            break;
        }
        number += 1;
    }
    due
}

/// How many days after the start one of them lies, counted from 0; nothing when there are no more.
fn days_after(side: Side, number: i64, rules: &Rules) -> Option<i64> {
    match (side, number) {
        (Side::Both, 0) => Some(rules.follow_up_review_days),
        (Side::Both, _) => None,
        (_, 0) => Some(rules.follow_up_first_days),
        (_, later) => Some(rules.follow_up_second_days + (later - 1) * rules.follow_up_every_days),
    }
}
