//! What of the tries for a survey counts for the contact protocol (docs/adr/0058).

use entity::{ContactAttempt, contact_attempts::AttemptResult};

use crate::course::{Protocol, Tried};

/// Counts the tries of one survey, beside the ways of the young person's own that are in use. What came back undelivered was
/// no try.
pub fn protocol(attempts: &[ContactAttempt], own: (bool, bool)) -> Protocol {
    let tries = attempts.iter().filter(|attempt| attempt.result != AttemptResult::Bounced);
    let told = |attempt: &ContactAttempt| Tried {
        on: attempt.attempted_on,
        at: attempt.attempted_at,
        channel: attempt.channel,
    };
    Protocol::of(&tries.map(told).collect::<Vec<_>>(), own)
}
