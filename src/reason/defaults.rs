//! What follows each reason as long as staff have not declared anything else.

use entity::{
    proposals::DeclineReason,
    reason_consequences::Onward::{self, Close, Queue, TalkFirst},
    referrals::Reason,
};

use super::{
    Cause, Consequences,
    Span::{self, Days, None, Open},
};

const fn follows(onward: Onward, rest: Span, pause: Span) -> Consequences {
    Consequences { onward, rest, pause }
}

impl Cause {
    /// What the platform declares itself.
    pub fn default_consequences(self) -> Consequences {
        match self {
            Self::MentorDeclined(reason) => mentor_declined(reason),
            Self::MenteeDeclined(reason) => mentee_declined(reason),
            Self::CourseEnded(reason) => course_ended(reason),
        }
    }
}

/// The young person has done nothing, and waits on. What may be otherwise next month only rests for a while.
fn mentor_declined(reason: DeclineReason) -> Consequences {
    match reason {
        DeclineReason::NoTime => follows(Queue, Days(30), None),
        DeclineReason::Other => follows(Queue, Days(90), None),
        DeclineReason::WrongIndustry
        | DeclineReason::TooFar
        | DeclineReason::KnowsThePerson
        | DeclineReason::WishesNotMet
        | DeclineReason::FoundJobOrEducation
        | DeclineReason::NoLongerWants
        | DeclineReason::MetNoThanks => follows(Queue, Open, None),
    }
}

/// Where the young person may not want a mentor at all, the partner knows more than we do.
fn mentee_declined(reason: DeclineReason) -> Consequences {
    match reason {
        DeclineReason::NoTime => follows(TalkFirst, Days(30), None),
        DeclineReason::FoundJobOrEducation | DeclineReason::NoLongerWants => follows(TalkFirst, Open, None),
        DeclineReason::WrongIndustry
        | DeclineReason::TooFar
        | DeclineReason::KnowsThePerson
        | DeclineReason::WishesNotMet
        | DeclineReason::MetNoThanks
        | DeclineReason::Other => follows(Queue, Open, None),
    }
}

fn course_ended(reason: Reason) -> Consequences {
    match reason {
        Reason::NotReady => follows(TalkFirst, Days(60), None),
        Reason::NoTime => follows(TalkFirst, Days(30), None),
        Reason::NoContact | Reason::Other => follows(TalkFirst, None, None),
        Reason::Concern => follows(TalkFirst, None, Open),
        Reason::MentorWithdrew => follows(Queue, None, Open),
        Reason::Mismatch => follows(Queue, None, None),
        Reason::FoundJobOrEducation
        | Reason::NoLongerWants
        | Reason::PartnerWithdrew
        | Reason::OutsideTargetGroup
        | Reason::Moved => follows(Close, None, None),
    }
}
