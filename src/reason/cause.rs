//! A reason together with the occasion on which it is given.

use entity::{
    proposals::{DeclineReason, DeclinedBy},
    reason_consequences::Occasion,
    referrals::Reason,
};
use sea_orm::{Iterable, prelude::Uuid};
use sha2::{Digest, Sha256};

use crate::{language::Tr, word::Worded};

/// What a mentor can say to a proposal.
pub const MENTOR_REASONS: [DeclineReason; 7] = [
    DeclineReason::NoTime,
    DeclineReason::WrongIndustry,
    DeclineReason::TooFar,
    DeclineReason::KnowsThePerson,
    DeclineReason::WishesNotMet,
    DeclineReason::MetNoThanks,
    DeclineReason::Other,
];

/// What a young person can say to a proposal. The last is also a no without a word.
pub const MENTEE_REASONS: [DeclineReason; 8] = [
    DeclineReason::NoTime,
    DeclineReason::TooFar,
    DeclineReason::KnowsThePerson,
    DeclineReason::WishesNotMet,
    DeclineReason::FoundJobOrEducation,
    DeclineReason::NoLongerWants,
    DeclineReason::MetNoThanks,
    DeclineReason::Other,
];

/// Why something came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    MentorDeclined(DeclineReason),
    MenteeDeclined(DeclineReason),
    /// A course ended before it was completed.
    CourseEnded(Reason),
}

impl Cause {
    /// A no to a proposal.
    pub fn declined(by: DeclinedBy, reason: DeclineReason) -> Self {
        match by {
            DeclinedBy::Mentor => Self::MentorDeclined(reason),
            DeclinedBy::Mentee => Self::MenteeDeclined(reason),
        }
    }

    /// Every cause there is, in the order of the pages.
    pub fn all() -> Vec<Self> {
        let mentors = MENTOR_REASONS.into_iter().map(Self::MentorDeclined);
        let mentees = MENTEE_REASONS.into_iter().map(Self::MenteeDeclined);
        mentors.chain(mentees).chain(Reason::iter().map(Self::CourseEnded)).collect()
    }

    /// The cause that an address names, such as `mentor-no-time`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|cause| cause.code() == code)
    }

    /// As in addresses.
    pub fn code(self) -> String {
        let occasion = match self.occasion() {
            Occasion::MentorDeclined => "mentor",
            Occasion::MenteeDeclined => "mentee",
            Occasion::CourseEnded => "course",
        };
        format!("{occasion}-{}", self.word()).replace('_', "-")
    }

    pub fn occasion(self) -> Occasion {
        match self {
            Self::MentorDeclined(_) => Occasion::MentorDeclined,
            Self::MenteeDeclined(_) => Occasion::MenteeDeclined,
            Self::CourseEnded(_) => Occasion::CourseEnded,
        }
    }

    /// The word of the reason, as tables keep it.
    pub fn word(self) -> String {
        match self {
            Self::MentorDeclined(reason) | Self::MenteeDeclined(reason) => reason.code().into_owned(),
            Self::CourseEnded(reason) => reason.code().into_owned(),
        }
    }

    /// The id under which the change log knows it: the same on every platform.
    pub fn id(self) -> Uuid {
        let hash = Sha256::digest(format!("reason {}", self.code()));
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(hash).for_each(|(byte, hashed)| *byte = hashed);
        Uuid::from_bytes(bytes)
    }

    /// The reason as whoever gives it would say it.
    pub fn label(self, tr: Tr) -> String {
        match self {
            Self::MentorDeclined(reason) => reason.label(tr),
            Self::MenteeDeclined(reason) => reason.label_as(tr, "matching-mentee-decline"),
            Self::CourseEnded(reason) => reason.label_as(tr, "course-reason"),
        }
    }
}
