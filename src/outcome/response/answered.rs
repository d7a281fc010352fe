//! Which try, which way and which mode brought the answers.

use std::collections::BTreeMap;

use entity::{contact_attempts::AttemptChannel, surveys::AnsweredThrough};

use super::case::Case;

/// From this number on tries are counted together.
const LAST_COUNTED: usize = 4;

/// Everybody who said something, once in each of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// By the number of the try; 4 stands for the fourth and all later ones, 0 for no try that is written down.
    pub by_attempt: BTreeMap<usize, u64>,
    pub by_channel: BTreeMap<Option<AttemptChannel>, u64>,
    pub by_mode: BTreeMap<Option<AnsweredThrough>, u64>,
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
        *self.by_mode.entry(case.through()).or_default() += 1;
    }
}
