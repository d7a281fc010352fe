//! Whose turn it is while a referral stands where it does: who waits for whom.

use super::Place;
use crate::word::Worded;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Staff,
    Partner,
    YoungPerson,
    Mentor,
    /// The two meet.
    Pair,
}

impl Worded for Turn {
    const KEY: &'static str = "referral-turn";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Staff, "staff", ""),
        (Self::Partner, "partner", ""),
        (Self::YoungPerson, "young-person", ""),
        (Self::Mentor, "mentor", ""),
        (Self::Pair, "pair", ""),
    ];
}

impl Turn {
    /// Nobody's where nothing is waited for, or only for a day.
    pub fn at(place: Place) -> Option<Self> {
        match place {
            Place::Sent
            | Place::AnswerLate
            | Place::Replied
            | Place::Waiting
            | Place::TalkFirst
            | Place::StillWanted
            | Place::ProposalExpired
            | Place::MentorSaidNo
            | Place::YoungSaidNo
            | Place::ProposalWithdrawn
            | Place::WaitsAgain
            | Place::MentorHasQuestion
            | Place::ProposalStopped
            | Place::CourseStopped
            | Place::FirstMeetingLate
            | Place::Silent
            | Place::PastEnd
            | Place::TwelveDue => Some(Self::Staff),
            Place::Asked | Place::YourTurn => Some(Self::Partner),
            Place::StillAsked | Place::YoungAsked => Some(Self::YoungPerson),
            Place::MentorAsked | Place::MentorGotAnswer | Place::Begun => Some(Self::Mentor),
            Place::Met => Some(Self::Pair),
            Place::Declined
            | Place::Withdrawn
            | Place::WithdrawnByYoung
            | Place::NotStarted
            | Place::Rests
            | Place::Paused
            | Place::Completed
            | Place::CompletedUnanswered
            | Place::CompletedNoSurvey
            | Place::ExitAnswered
            | Place::ExitAnsweredOnce
            | Place::ExitAnsweredUnagreed
            | Place::ExitAnsweredNoMore
            | Place::ExitNotReached
            | Place::TwelveAnswered
            | Place::TwelveNotReached
            | Place::Ended => None,
        }
    }
}
