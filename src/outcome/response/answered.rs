//! Which try, which way, which part of the week, which mode and which language brought the answers.

use std::collections::BTreeMap;

use entity::{contact_attempts::AttemptChannel, surveys::AnsweredThrough};

use super::case::Case;
use crate::survey::Slot;

/// From this number on tries are counted together.
const LAST_COUNTED: usize = 4;

/// Everybody who said something, once in each of the five.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// By the number of the try; 4 stands for the fourth and all later ones, 0 for no try that is written down.
    pub by_attempt: BTreeMap<usize, u64>,
    pub by_channel: BTreeMap<Option<AttemptChannel>, u64>,
    /// By the part of the week in which the try was made; nothing where its hour is not known.
    pub by_slot: BTreeMap<Option<Slot>, u64>,
    pub by_mode: BTreeMap<Option<AnsweredThrough>, u64>,
    /// By the language in which was asked, a code of ISO 639-1.
    pub by_language: BTreeMap<Option<String>, u64>,
}

impl Answered {
    pub(super) fn count(&mut self, case: &Case<'_>) {
        if !case.has_answer() {
            return;
        }
        let attempt = case.answering_attempt();
        let number = attempt.map_or(0, |(number, _)| number.min(LAST_COUNTED));
        *self.by_attempt.entry(number).or_default() += 1;
        *self.by_channel.entry(attempt.map(|(_, attempt)| attempt.channel)).or_default() += 1;
        let slot = attempt.and_then(|(_, attempt)| Slot::of(attempt.attempted_on, attempt.attempted_at));
        *self.by_slot.entry(slot).or_default() += 1;
        *self.by_language.entry(case.language.map(str::to_owned)).or_default() += 1;
        *self.by_mode.entry(case.through()).or_default() += 1;
    }
}
