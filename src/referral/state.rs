//! Where a referral stands, told from its dated facts and from its proposals and courses.

use chrono::{DateTime, NaiveDate, Utc};
use entity::Referral;
use sea_orm::FromQueryResult;

/// Where a referral stands. Derived, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Sent, and staff have not answered yet.
    AwaitingAnswer,
    /// Staff asked the partner something and wait for the answer.
    QuestionAsked,
    /// Staff said no, with a reason that the partner sees.
    Declined,
    /// Taken back by the partner or the young person.
    Withdrawn,
    /// Accepted: a mentor is being looked for. Also after an ended course that led back to the queue.
    Waiting,
    /// A mentor is proposed and has not been answered by both sides.
    Proposed,
    InCourse,
    /// Every course has ended and none is to follow.
    Finished,
    /// Closed before any course began.
    NotStarted,
}

impl State {
    pub const ALL: [Self; 9] = [
        Self::AwaitingAnswer,
        Self::QuestionAsked,
        Self::Waiting,
        Self::Proposed,
        Self::InCourse,
        Self::Finished,
        Self::NotStarted,
        Self::Declined,
        Self::Withdrawn,
    ];

    /// The word of addresses and of the keys of its texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::AwaitingAnswer => "awaiting-answer",
            Self::QuestionAsked => "question-asked",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Waiting => "waiting",
            Self::Proposed => "proposed",
            Self::InCourse => "in-course",
            Self::Finished => "finished",
            Self::NotStarted => "not-started",
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing more is to come.
    pub fn is_over(self) -> bool {
        match self {
            Self::Declined | Self::Withdrawn | Self::Finished | Self::NotStarted => true,
            Self::AwaitingAnswer | Self::QuestionAsked | Self::Waiting | Self::Proposed | Self::InCourse => false,
        }
    }

    /// Whether staff have not decided about it yet.
    pub fn is_undecided(self) -> bool {
        matches!(self, Self::AwaitingAnswer | Self::QuestionAsked)
    }

    /// How a page marks it: the kinds of `list.html`'s badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::AwaitingAnswer => "new",
            Self::QuestionAsked => "warn",
            Self::Waiting | Self::Proposed => "waiting",
            Self::InCourse => "active",
            Self::Finished => "good",
            Self::Declined | Self::Withdrawn => "stopped",
            Self::NotStarted => "quiet",
        }
    }
}

/// What followed a referral after it was accepted, told by its proposals and courses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Onward {
    pub has_open_proposal: bool,
    pub has_running_course: bool,
    /// The last day on which one of its courses ended.
    pub last_course_ended_on: Option<NaiveDate>,
}

/// The dated facts of a referral itself.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Dated {
    pub accepted_on: Option<NaiveDate>,
    pub asked_at: Option<DateTime<Utc>>,
    pub answered_at: Option<DateTime<Utc>>,
    pub declined_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub requeued_on: Option<NaiveDate>,
}

impl From<&Referral> for Dated {
    fn from(referral: &Referral) -> Self {
        Self {
            accepted_on: referral.accepted_on,
            asked_at: referral.asked_at,
            answered_at: referral.answered_at,
            declined_on: referral.declined_on,
            withdrawn_on: referral.withdrawn_on,
            closed_on: referral.closed_on,
            requeued_on: referral.requeued_on,
        }
    }
}

/// Where a referral stands.
pub fn state(referral: &Referral, onward: &Onward) -> State {
    Dated::from(referral).state(onward)
}

impl Dated {
    /// Where the referral stands. The conditions of [`super::in_state`] say the same to the database.
    pub fn state(&self, onward: &Onward) -> State {
        if self.withdrawn_on.is_some() {
            return State::Withdrawn;
        }
        if self.declined_on.is_some() {
            return State::Declined;
        }
        if onward.has_running_course {
            return State::InCourse;
        }
        if onward.has_open_proposal {
            return State::Proposed;
        }
        if let Some(ended) = onward.last_course_ended_on
            && (self.closed_on.is_some() || self.requeued_on.is_none_or(|requeued| requeued < ended))
        {
            return State::Finished;
        }
        if self.closed_on.is_some() {
            return State::NotStarted;
        }
        if self.accepted_on.is_some() {
            return State::Waiting;
        }
        if self.has_open_question() { State::QuestionAsked } else { State::AwaitingAnswer }
    }

    /// Whether staff's latest question has no answer yet.
    fn has_open_question(&self) -> bool {
        match (self.asked_at, self.answered_at) {
            (Some(asked), Some(answered)) => answered < asked,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}
