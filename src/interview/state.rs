//! What came of somebody who was drawn, told from the days.

use chrono::{DateTime, Utc};
use entity::{Message, interviewees::InterviewAnswer, links::LinkPurpose};

use super::find::Interviewed;
use crate::{account::link, message, word::Worded};

/// What became of the letter of invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invitation {
    /// It leaves when it may.
    Waiting,
    Left(DateTime<Utc>),
    /// It did not leave, or came back: nobody was asked by it.
    InVain,
}

impl Invitation {
    pub fn of(letter: &Message) -> Self {
        let left = letter.accepted_at.or(letter.delivered_at).or(letter.unknown_at).or(letter.handing_over_at);
        match message::state(letter) {
            message::State::Bounced | message::State::Unwanted | message::State::GivenUp => Self::InVain,
            _ => left.map_or(Self::Waiting, Self::Left),
        }
    }
}

/// Where somebody stands who was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Drawn,
    OnItsWay,
    /// They cannot be written to: somebody phones.
    NotWritten,
    Invited,
    NoAnswer,
    SaidYes,
    SaidNo,
    /// They took back what they had agreed to, whatever they had answered.
    TakenBack,
    Interviewed,
}

impl Worded for State {
    const KEY: &'static str = "interview-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Drawn, "drawn", "new"),
        (Self::OnItsWay, "on_its_way", "waiting"),
        (Self::NotWritten, "not_written", "warn"),
        (Self::Invited, "invited", "waiting"),
        (Self::NoAnswer, "no_answer", "warn"),
        (Self::SaidYes, "said_yes", "active"),
        (Self::SaidNo, "said_no", "stopped"),
        (Self::TakenBack, "taken_back", "stopped"),
        (Self::Interviewed, "interviewed", "good"),
    ];
}

/// Where somebody stands now. Nobody waits for an answer any more once the link has lasted its time.
pub fn state(one: &Interviewed, now: DateTime<Utc>) -> State {
    let row = &one.row;
    if row.interviewed_on.is_some() {
        return State::Interviewed;
    }
    match (row.says, one.agrees, one.invitation) {
        (Some(InterviewAnswer::No), ..) => State::SaidNo,
        (_, false, _) => State::TakenBack,
        (Some(InterviewAnswer::Yes), ..) => State::SaidYes,
        (None, _, Some(Invitation::Left(at))) if now >= at + link::lifetime(LinkPurpose::Interview) => State::NoAnswer,
        (None, _, Some(Invitation::Left(_))) => State::Invited,
        (None, _, Some(Invitation::Waiting)) => State::OnItsWay,
        (None, _, Some(Invitation::InVain)) => State::NotWritten,
        (None, _, None) => State::Drawn,
    }
}
