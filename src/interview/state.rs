//! What came of somebody who was drawn, told from the days.

use chrono::{Days, NaiveDate};
use entity::{Interviewee, interviewees::InterviewAnswer};

use crate::word::Worded;

/// Days after the letter from which nobody waits for an answer any more; its link lasts as long.
const ANSWER_DAYS: u64 = 30;

/// Where somebody stands who was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Drawn,
    Invited,
    NoAnswer,
    SaidYes,
    SaidNo,
    Interviewed,
}

impl Worded for State {
    const KEY: &'static str = "interview-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Drawn, "drawn", "new"),
        (Self::Invited, "invited", "waiting"),
        (Self::NoAnswer, "no_answer", "warn"),
        (Self::SaidYes, "said_yes", "active"),
        (Self::SaidNo, "said_no", "stopped"),
        (Self::Interviewed, "interviewed", "good"),
    ];
}

/// Where somebody stands today.
pub fn state(row: &Interviewee, today: NaiveDate) -> State {
    match (row.interviewed_on, row.says, row.invited_on) {
        (Some(_), ..) => State::Interviewed,
        (None, Some(InterviewAnswer::No), _) => State::SaidNo,
        (None, Some(InterviewAnswer::Yes), _) => State::SaidYes,
        (None, None, Some(invited)) if today > invited + Days::new(ANSWER_DAYS) => State::NoAnswer,
        (None, None, Some(_)) => State::Invited,
        (None, None, None) => State::Drawn,
    }
}
