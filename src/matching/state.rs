//! Where a proposal stands, derived from its instants.

use chrono::NaiveDate;
use entity::{Proposal, proposals::Column};
use sea_orm::{ColumnTrait, Condition};

use crate::{language::Tr, word::Worded};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    AwaitingMentor,
    /// The mentor asked something first; the clock stands still.
    QuestionAsked,
    /// The mentor said yes; the young person has not answered.
    AwaitingMentee,
    /// Both said yes: a course began.
    Accepted,
    Declined,
    Expired,
    Withdrawn,
}

impl Worded for State {
    const KEY: &'static str = "matching-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::AwaitingMentor, "awaiting-mentor", "waiting"),
        (Self::QuestionAsked, "question-asked", "warn"),
        (Self::AwaitingMentee, "awaiting-mentee", "waiting"),
        (Self::Accepted, "accepted", "good"),
        (Self::Declined, "declined", "quiet"),
        (Self::Expired, "expired", "quiet"),
        (Self::Withdrawn, "withdrawn", "quiet"),
    ];
}

impl State {
    /// In words, for the mentor whom it may wait for.
    pub fn for_mentor(self, tr: Tr) -> String {
        if self == Self::AwaitingMentor { tr.t("matching-state-awaiting-you") } else { self.label(tr) }
    }

    /// By when whom it waits for is to answer, as a sentence; empty when it waits for nobody.
    pub fn until(self, tr: Tr, expires_on: &NaiveDate) -> String {
        match self {
            Self::AwaitingMentor => tr.t1("matching-until", "date", tr.date(expires_on)),
            Self::AwaitingMentee => tr.t1("matching-until-mentee", "date", tr.date(expires_on)),
            Self::QuestionAsked => tr.t("matching-clock-stopped"),
            Self::Accepted | Self::Declined | Self::Expired | Self::Withdrawn => String::new(),
        }
    }

    /// Whether the mentor may still say yes or no.
    pub fn awaits_mentor(self) -> bool {
        matches!(self, Self::AwaitingMentor | Self::QuestionAsked)
    }

    pub fn is_open(self) -> bool {
        self.awaits_mentor() || self == Self::AwaitingMentee
    }

    /// The proposals that stand so, for lists. Says the same as [`state`].
    pub fn condition(self) -> Condition {
        let open = Condition::all().add(Column::ClosedAt.is_null());
        let unanswered = open.clone().add(Column::MentorAcceptedAt.is_null());
        let question_open = Condition::all().add(Column::AskedAt.is_not_null()).add(Column::AnsweredAt.is_null());
        match self {
            Self::AwaitingMentor => unanswered.add(question_open.not()),
            Self::QuestionAsked => unanswered.add(question_open),
            Self::AwaitingMentee => open.add(Column::MentorAcceptedAt.is_not_null()),
            Self::Accepted => Condition::all().add(Column::MenteeAcceptedAt.is_not_null()),
            Self::Declined => Condition::all().add(Column::DeclinedAt.is_not_null()),
            Self::Expired => Condition::all().add(Column::ExpiredAt.is_not_null()),
            Self::Withdrawn => Condition::all().add(Column::WithdrawnAt.is_not_null()),
        }
    }
}

pub fn state(proposal: &Proposal) -> State {
    if proposal.mentee_accepted_at.is_some() {
        State::Accepted
    } else if proposal.declined_at.is_some() {
        State::Declined
    } else if proposal.expired_at.is_some() {
        State::Expired
    } else if proposal.withdrawn_at.is_some() {
        State::Withdrawn
    } else if proposal.mentor_accepted_at.is_some() {
        State::AwaitingMentee
    } else if proposal.asked_at.is_some() && proposal.answered_at.is_none() {
        State::QuestionAsked
    } else {
        State::AwaitingMentor
    }
}
