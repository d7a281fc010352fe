//! Why a message did not leave, and what became of one that did.

use chrono::Duration;
use thiserror::Error;

use super::Cause;
use crate::word::Worded;

/// Why a letter did not leave; without the address, which servers like to repeat.
#[derive(Debug, Error, PartialEq)]
#[error("{}", .cause.code())]
pub struct Undelivered {
    pub cause: Cause,
    /// How long the server asked us to wait.
    pub wait: Option<Duration>,
    /// Whether nothing is wrong with the letter or its address: no other would get through either.
    pub is_the_way: bool,
}

/// What became of a letter that was given away.
#[derive(Debug, PartialEq)]
pub enum Given {
    Taken,
    Refused(Undelivered),
    /// It may have arrived: there was no answer to its end.
    Unknown,
}

/// Added to the time a server asks for, as its clock and ours do not agree to the second.
const SPARE: i64 = 10;
/// No server is obeyed for longer.
const LONGEST_WAIT: i64 = 24 * 3600;

impl Undelivered {
    pub(super) fn of(cause: Cause) -> Self {
        Self { cause, wait: None, is_the_way: cause.is_of_the_sender() }
    }

    /// By the answer of a mail server: its code of three digits and its text.
    pub(super) fn answered(code: u16, text: &str) -> Self {
        let wait = if (400..500).contains(&code) { stated_wait(text) } else { None };
        Self { wait, ..Self::of(Cause::of_answer(code, text)) }
    }
}

/// The time that a greylisting server names: `try again in 300 seconds`, `wait 5 minutes`.
fn stated_wait(text: &str) -> Option<Duration> {
    let words: Vec<_> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let seconds = words.windows(2).find_map(|pair| {
        let number = pair[0].parse::<i64>().ok().filter(|number| (1..=LONGEST_WAIT).contains(number))?;
        match pair[1].to_ascii_lowercase().as_str() {
            "s" | "sec" | "secs" | "second" | "seconds" => Some(number),
            "m" | "min" | "mins" | "minute" | "minutes" => Some(number * 60),
            "h" | "hour" | "hours" => Some(number * 3600),
            _ => None,
        }
    });
    seconds.map(|seconds| Duration::seconds(seconds.min(LONGEST_WAIT) + SPARE))
}
