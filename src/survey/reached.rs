//! The contact protocol: when somebody may be given up as not reached (docs/adr/0058).

use std::collections::BTreeSet;

use entity::{
    ContactAttempt,
    contact_attempts::{AttemptChannel, AttemptResult},
};

use super::slot::Slot;
use crate::course;

const LEAST_SLOTS: usize = 2;
/// Days from the first try to the last.
const LEAST_DAYS: i64 = 14;

/// How far the protocol has been followed. "Not reached" needs what a follow-up needs, and that in two parts of the week of
/// which one is an evening or the weekend, over two weeks, and each way of their own once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protocol {
    /// Days and channels, as for a follow-up.
    pub tries: course::Protocol,
    pub slots: BTreeSet<Slot>,
    /// Days from the first try to the last.
    pub lasted: i64,
    /// Ways of their own that are in use and were not tried.
    pub untried: usize,
}

impl Protocol {
    pub fn is_followed(&self) -> bool {
        self.tries.is_followed() && !self.is_slot_missing() && self.wait_missing() == 0 && self.untried == 0
    }

    /// Whether a try in another part of the week is needed, or one in an evening or at a weekend.
    pub fn is_slot_missing(&self) -> bool {
        self.slots.len() < LEAST_SLOTS || !self.slots.iter().any(|slot| *slot != Slot::Daytime)
    }

    /// How many days are missing between the first try and the last.
    pub fn wait_missing(&self) -> i64 {
        (LEAST_DAYS - self.lasted).max(0)
    }
}

/// Whether it was a try at all: what came back undelivered was none.
fn is_try(attempt: &ContactAttempt) -> bool {
    attempt.result != AttemptResult::Bounced
}

/// Counts the tries of one survey, beside the ways of the young person's own that are in use.
pub fn protocol(attempts: &[ContactAttempt], (has_phone, has_email): (bool, bool)) -> Protocol {
    let tries: Vec<&ContactAttempt> = attempts.iter().filter(|attempt| is_try(attempt)).collect();
    let days: BTreeSet<_> = tries.iter().map(|attempt| attempt.attempted_on).collect();
    let channels: BTreeSet<_> = tries.iter().map(|attempt| attempt.channel).collect();
    let by_phone = channels.contains(&AttemptChannel::Phone) || channels.contains(&AttemptChannel::Sms);
    let untried = [has_phone && !by_phone, has_email && !channels.contains(&AttemptChannel::Email)];
    Protocol {
        tries: course::Protocol::of(tries.iter().map(|attempt| (attempt.attempted_on, attempt.channel))),
        slots: tries.iter().filter_map(|attempt| Slot::of(attempt.attempted_on, attempt.attempted_at)).collect(),
        lasted: days.first().zip(days.last()).map_or(0, |(first, last)| (*last - *first).num_days()),
        untried: untried.into_iter().filter(|is_untried| *is_untried).count(),
    }
}
