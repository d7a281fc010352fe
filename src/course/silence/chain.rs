//! Which step comes next.

use chrono::{Duration, NaiveDate};
use entity::{
    SilenceRow,
    silence_steps::{SilenceAnswer, SilenceStep},
};

use crate::word::Worded;

/// The step that is due in a silence in which these were taken. Whoever refers and rings leaves the rest to its days; any
/// other answer ends it.
pub(super) fn due(rows: &[&SilenceRow], days: i64, today: NaiveDate) -> Option<SilenceStep> {
    let is_over = rows.iter().any(|row| row.answer.is_some_and(|answer| answer != SilenceAnswer::WillCall));
    let Some(last) = rows.iter().max_by_key(|row| row.step).filter(|_| !is_over) else {
        return (!is_over).then_some(SilenceStep::Mentor);
    };
    let is_old = last.taken_on + Duration::days(days) <= today;
    after(last.step).filter(|_| is_old)
}

/// The step after another.
pub(super) fn after(step: SilenceStep) -> Option<SilenceStep> {
    SilenceStep::all().find(|next| *next > step)
}
