//! The contact protocol of a follow-up: when somebody may be given up as not reached. Surveys ask for more (`survey::Protocol`).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::contact_attempts::AttemptChannel;

const LEAST_ATTEMPTS: usize = 3;
const LEAST_CHANNELS: usize = 2;

/// How far the protocol has been followed. "Not reached" needs three tries, each on another day, through at least two
/// channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protocol {
    pub days: usize,
    pub channels: usize,
}

impl Protocol {
    /// Counts the tries, each by its day and its channel.
    pub fn of(tries: impl IntoIterator<Item = (NaiveDate, AttemptChannel)>) -> Self {
        let (days, channels): (BTreeSet<_>, BTreeSet<_>) = tries.into_iter().unzip();
        Self { days: days.len(), channels: channels.len() }
    }

    pub fn is_followed(&self) -> bool {
        self.days >= LEAST_ATTEMPTS && self.channels >= LEAST_CHANNELS
    }

    /// How many more days with a try are needed.
    pub fn days_missing(&self) -> usize {
        LEAST_ATTEMPTS.saturating_sub(self.days)
    }

    pub fn channels_missing(&self) -> usize {
        LEAST_CHANNELS.saturating_sub(self.channels)
    }
}
