//! The two sides of a question. Neither is shown what the other said.

use entity::{
    MeetingQuestion,
    links::LinkPurpose,
    meeting_questions::{DidMeet, WhyNot},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Mentor,
    Mentee,
}

impl Side {
    /// What the links in the messages to this side are for: whoever stands in for the mentor has one of their own kind.
    pub fn purposes(self) -> &'static [LinkPurpose] {
        match self {
            Self::Mentor => &[LinkPurpose::MetMentor, LinkPurpose::MetStandIn],
            Self::Mentee => &[LinkPurpose::MetMentee],
        }
    }

    pub fn said(self, question: &MeetingQuestion) -> Option<DidMeet> {
        match self {
            Self::Mentor => question.mentor_said,
            Self::Mentee => question.mentee_said,
        }
    }

    pub fn why(self, question: &MeetingQuestion) -> Option<WhyNot> {
        match self {
            Self::Mentor => question.mentor_why,
            Self::Mentee => question.mentee_why,
        }
    }
}
