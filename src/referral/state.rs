//! Where a referral stands, as its dated facts, its proposals and its courses tell.

use sea_orm::{ColIdx, DbErr, QueryResult, TryGetError, TryGetable};

use crate::word::Worded;

/// Where a referral stands. Never stored: the database tells it from the facts, see `in_state`.
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

impl Worded for State {
    const KEY: &'static str = "referral-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::AwaitingAnswer, "awaiting-answer", "new"),
        (Self::QuestionAsked, "question-asked", "warn"),
        (Self::Waiting, "waiting", "waiting"),
        (Self::Proposed, "proposed", "waiting"),
        (Self::InCourse, "in-course", "active"),
        (Self::Finished, "finished", "good"),
        (Self::NotStarted, "not-started", "quiet"),
        (Self::Declined, "declined", "stopped"),
        (Self::Withdrawn, "withdrawn", "stopped"),
    ];
}

impl State {
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
}

/// Out of a column that holds the word of a state.
impl TryGetable for State {
    fn try_get_by<I: ColIdx>(row: &QueryResult, column: I) -> Result<Self, TryGetError> {
        let code = String::try_get_by(row, column)?;
        Self::read(&code).ok_or_else(|| DbErr::Type(format!("no state is called {code}")).into())
    }
}
