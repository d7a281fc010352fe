//! Which step comes next.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use entity::{
    SilenceRow,
    silence_steps::{SilenceAnswer, SilenceStep},
};
use sea_orm::prelude::Uuid;

use super::fate::Fate;
use crate::word::Worded;

/// The step that is due in a silence in which these were taken. It comes so many days after the last one was carried out: after
/// its letter left. A letter that still may leave is waited for; one that arrives nowhere makes the next step due at once, and one that was withdrawn is due itself again. Whoever
/// refers and rings leaves the rest to its days; any other answer ends it.
pub(super) fn due(
    rows: &[&SilenceRow],
    fates: &HashMap<Uuid, Fate>,
    (days, today): (i64, NaiveDate),
) -> Option<SilenceStep> {
    let is_over = rows.iter().any(|row| row.answer.is_some_and(|answer| answer != SilenceAnswer::WillCall));
    let Some(last) = rows.iter().max_by_key(|row| row.step).filter(|_| !is_over) else {
        return (!is_over).then_some(SilenceStep::Mentor);
    };
    let is_old = |done_on: NaiveDate| done_on + Duration::days(days) <= today;
    let is_due = match fates.get(&last.id).copied().unwrap_or(Fate::NoLetter) {
        Fate::NoLetter => is_old(last.taken_on),
        Fate::Left(on) => is_old(on),
        Fate::Waits => false,
        Fate::Withdrawn if last.answer.is_none() => return Some(last.step),
        Fate::Withdrawn => is_old(last.taken_on),
        Fate::Nowhere => true,
    };
    after(last.step).filter(|_| is_due)
}

/// The step after another.
pub(super) fn after(step: SilenceStep) -> Option<SilenceStep> {
    SilenceStep::all().find(|next| *next > step)
}
