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

/// A step that is due.
#[derive(Clone, Copy)]
pub(super) struct Next {
    pub step: SilenceStep,
    /// Since when, where another came before it; the first is due as long as the course is silent.
    pub since_on: Option<NaiveDate>,
}

/// The step that is due in a silence in which these were taken. It comes so many days after the last one was carried out:
/// after its letter left. A letter that still may leave is waited for; one that arrives nowhere makes the next step due at
/// once, and one that was withdrawn is due itself again. Whoever refers and rings leaves the rest to its days; any other
/// answer ends it.
pub(super) fn due(rows: &[&SilenceRow], fates: &HashMap<Uuid, Fate>, (days, today): (i64, NaiveDate)) -> Option<Next> {
    let is_over = rows.iter().any(|row| row.answer.is_some_and(|answer| answer != SilenceAnswer::WillCall));
    let Some(last) = rows.iter().max_by_key(|row| row.step).filter(|_| !is_over) else {
        return (!is_over).then_some(Next { step: SilenceStep::Mentor, since_on: None });
    };
    let later = |done_on: NaiveDate| done_on + Duration::days(days);
    let since_on = match fates.get(&last.id).copied().unwrap_or(Fate::NoLetter) {
        Fate::NoLetter => later(last.taken_on),
        Fate::Left(on) => later(on),
        Fate::Waits => return None,
        Fate::Withdrawn if last.answer.is_none() => {
            return Some(Next { step: last.step, since_on: Some(last.taken_on) });
        }
        Fate::Withdrawn => later(last.taken_on),
        Fate::Nowhere => last.taken_on,
    };
    let step = after(last.step).filter(|_| since_on <= today)?;
    Some(Next { step, since_on: Some(since_on) })
}

/// The step after another.
pub(super) fn after(step: SilenceStep) -> Option<SilenceStep> {
    SilenceStep::all().find(|next| *next > step)
}
