//! The contact protocol: when somebody may be given up as not reached.

use std::collections::BTreeSet;

use entity::ContactAttempt;

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

/// Counts the tries of one survey.
pub fn protocol(attempts: &[ContactAttempt]) -> Protocol {
    let days: BTreeSet<_> = attempts.iter().map(|attempt| attempt.attempted_on).collect();
    let channels: BTreeSet<_> = attempts.iter().map(|attempt| attempt.channel).collect();
    Protocol { days: days.len(), channels: channels.len() }
}
