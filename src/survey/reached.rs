//! How far somebody has been tried for a survey.

use entity::ContactAttempt;

use crate::course::Protocol;

/// Counts the tries of one survey.
pub fn protocol(attempts: &[ContactAttempt]) -> Protocol {
    Protocol::of(attempts.iter().map(|attempt| (attempt.attempted_on, attempt.channel)))
}
