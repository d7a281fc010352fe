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
    /// What the link in this side's message is for.
    pub fn purpose(self) -> LinkPurpose {
        match self {
            Self::Mentor => LinkPurpose::MetMentor,
            Self::Mentee => LinkPurpose::MetMentee,
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
