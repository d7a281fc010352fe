//! What the tries brought: by which try, which way and which part of the week answers came, out of how many; and in which
//! mode and which language they were given.

use std::collections::BTreeMap;

use entity::{
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::AnsweredThrough,
};

use super::case::Case;
use crate::course::Slot;

/// From this number on tries are counted together.
const LAST_COUNTED: usize = 4;

/// Answers out of what could have brought one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    pub answers: u64,
    /// What could have: see where it stands. Nought of answers that no try brought.
    pub of: u64,
}

impl Brought {
    /// Between 0 and 1; nothing where nothing could have brought an answer.
    pub fn share(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "nobody counts 2^52 answers")]
        let share = self.answers as f64 / self.of as f64;
        (self.of > 0).then_some(share)
    }
}

/// Everybody who said something, once in each of the five.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// By the number of the try; 4 stands for the fourth and all later ones, 0 for no try that is written down. Out of the
    /// people who were tried so often.
    pub by_attempt: BTreeMap<usize, Brought>,
    /// Out of the tries by that way that arrived.
    pub by_channel: BTreeMap<Option<AttemptChannel>, Brought>,
    /// By the part of the week in which the try was made, out of the tries in it that arrived; nothing where its hour is not
    /// known.
    pub by_slot: BTreeMap<Option<Slot>, Brought>,
    /// Out of everybody who was to be asked.
    pub by_mode: BTreeMap<Option<AnsweredThrough>, Brought>,
    /// By the language in which was asked, a code of ISO 639-1. Out of everybody who was to be asked in it.
    pub by_language: BTreeMap<Option<String>, Brought>,
    asked: u64,
}

impl Answered {
    pub(super) fn count(&mut self, case: &Case<'_>) {
        self.asked += 1;
        self.count_tries(case);
        let language = case.language.map(str::to_owned);
        self.by_language.entry(language.clone()).or_default().of += 1;
        if case.has_answer() {
            let attempt = case.answering_attempt();
            let number = attempt.map_or(0, |(number, _)| number.min(LAST_COUNTED));
            self.by_attempt.entry(number).or_default().answers += 1;
            self.by_channel.entry(attempt.map(|(_, attempt)| attempt.channel)).or_default().answers += 1;
            let slot = attempt.and_then(|(_, attempt)| Slot::of(attempt.attempted_on, attempt.attempted_at));
            self.by_slot.entry(slot).or_default().answers += 1;
            self.by_language.entry(language).or_default().answers += 1;
            self.by_mode.entry(case.through()).or_default().answers += 1;
        }
        let asked = self.asked;
        self.by_mode.values_mut().for_each(|brought| brought.of = asked);
    }

    fn count_tries(&mut self, case: &Case<'_>) {
        for number in 1..=case.attempts.len().min(LAST_COUNTED) {
            self.by_attempt.entry(number).or_default().of += 1;
        }
        for attempt in case.attempts.iter().filter(|attempt| attempt.result != AttemptResult::Bounced) {
            self.by_channel.entry(Some(attempt.channel)).or_default().of += 1;
            let slot = Slot::of(attempt.attempted_on, attempt.attempted_at);
            self.by_slot.entry(slot).or_default().of += 1;
        }
    }
}
