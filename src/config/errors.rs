//! What is wrong with the settings: a sentence each, all of them at once.

use std::{error::Error, fmt, ops::RangeInclusive};

use thiserror::Error;

use crate::message::{PostError, sms::SmsError};

/// One setting that cannot be used. Values that may hold a secret are not repeated.
#[derive(Debug, Error, PartialEq)]
pub enum ConfigError {
    #[error("There is no setting BROBYG_{0}. Run `brobyg config` to see them all.")]
    Unknown(String),
    #[error("BROBYG_{0} is \"{1}\", which is not {2}.")]
    Invalid(&'static str, String, &'static str),
    #[error("BROBYG_{0} is \"{1}\", which is not a whole number from {low} to {high}.", low = .2.start(), high = .2.end())]
    Number(&'static str, String, RangeInclusive<i64>),
    #[error("BROBYG_{0} must be {1}.")]
    Hidden(&'static str, &'static str),
    #[error("BROBYG_PROPOSAL_REMINDER_DAYS is {0}, but BROBYG_PROPOSAL_DAYS is {1}: a reminder comes before the end.")]
    ReminderTooLate(i64, i64),
    #[error(
        "BROBYG_FOLLOW_UP_FIRST_DAYS is {0}, but BROBYG_FOLLOW_UP_SECOND_DAYS is {1}: the first comes before the second."
    )]
    FollowUpsOutOfOrder(i64, i64),
    #[error("BROBYG_SESSION_IDLE_MINUTES is {0}, longer than the {1} hours of BROBYG_SESSION_HOURS.")]
    IdleTooLong(i64, i64),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Sms(#[from] SmsError),
    #[error("The settings file {0} cannot be read: {1}")]
    File(String, String),
}

/// Everything that is wrong, a line each.
#[derive(Debug, PartialEq)]
pub struct ConfigErrors(pub Vec<ConfigError>);

impl ConfigErrors {
    pub(super) fn none_of(errors: Vec<ConfigError>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self(errors)) }
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl Error for ConfigErrors {}
