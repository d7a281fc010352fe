//! The kinds of things that wait for staff, in the order of the page.

use crate::{duty::Whose, message::Left, word::Worded};

/// One kind of thing that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People without a sign-in who asked for a mentor.
    Enquiry,
    /// Referrals that nobody has answered.
    Undecided,
    /// Referrals about which staff are to talk with the partner before another mentor is proposed.
    Talk,
    /// Young people who have waited so long that they are to be asked whether a mentor is still wanted.
    Interest,
    /// Proposals and courses that go on although the young person says no to a mentor.
    Stopped,
    /// Letters that did not arrive and never will by themselves.
    Letter,
    /// Letters that were taken and came back.
    Bounced,
    /// Letters that may have arrived.
    MayHaveArrived,
    /// Surveys and questions to people who have switched such letters off.
    NotAsked,
    /// Mentors who asked something before they answer a proposal.
    Question,
    /// Proposals that a mentor said yes to and that nobody has written to the young person about.
    MenteeUnasked,
    /// Proposals that a mentor said yes to and the young person has not answered.
    AwaitingMentee,
    /// Courses of which the first meeting should have been held.
    FirstMeeting,
    Silent,
    /// Courses past their planned end that go on.
    PastEnd,
    Survey,
    /// Young people for whom a mentor is to be found, and nothing else is to be done first.
    Waiting,
    AwaitingMentor,
    /// Mentors who applied and are not approved.
    Application,
    /// Criminal-record checks that run out soon, or have.
    Certificate,
    Inactive,
    /// Words of wishes that nobody understands, while somebody waits.
    Word,
}

impl Worded for Kind {
    const KEY: &'static str = "today";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Stopped, "stopped", ""),
        (Self::Enquiry, "enquiry", ""),
        (Self::Undecided, "undecided", ""),
        (Self::Letter, "letter", ""),
        (Self::Bounced, "bounced", ""),
        (Self::MayHaveArrived, "may-have-arrived", ""),
        (Self::NotAsked, "not-asked", ""),
        (Self::Talk, "talk", ""),
        (Self::Interest, "interest", ""),
        (Self::Question, "question", ""),
        (Self::MenteeUnasked, "mentee-unasked", ""),
        (Self::AwaitingMentee, "awaiting-mentee", ""),
        (Self::FirstMeeting, "first-meeting", ""),
        (Self::Silent, "silent", ""),
        (Self::PastEnd, "past-end", ""),
        (Self::Survey, "survey", ""),
        (Self::Waiting, "waiting", ""),
        (Self::AwaitingMentor, "awaiting-mentor", ""),
        (Self::Application, "application", ""),
        (Self::Certificate, "certificate", ""),
        (Self::Inactive, "inactive", ""),
        (Self::Word, "word", ""),
    ];
}

impl Kind {
    /// The page where one of them is dealt with.
    pub fn path(self, id: impl std::fmt::Display) -> String {
        match self {
            Self::Enquiry => format!("/enquiries/{id}"),
            Self::Undecided | Self::Talk | Self::Interest | Self::Stopped => format!("/referrals/{id}"),
            Self::Letter | Self::Bounced | Self::MayHaveArrived | Self::NotAsked => format!("/letters/{id}"),
            Self::Waiting => format!("/referrals/{id}/match"),
            Self::Question | Self::MenteeUnasked | Self::AwaitingMentee | Self::AwaitingMentor => {
                format!("/proposals/{id}")
            }
            Self::FirstMeeting | Self::Silent | Self::PastEnd => format!("/courses/{id}"),
            Self::Survey => format!("/surveys/{id}"),
            Self::Application | Self::Certificate | Self::Inactive => format!("/mentors/{id}"),
            Self::Word => format!("/vocabulary/unknown/{id}"),
        }
    }

    /// Why letters are left, where it is about letters.
    pub fn left(self) -> Option<Left> {
        match self {
            Self::Letter => Some(Left::GivenUp),
            Self::Bounced => Some(Left::Bounced),
            Self::MayHaveArrived => Some(Left::Unknown),
            Self::NotAsked => Some(Left::NotAsked),
            _ => None,
        }
    }

    /// The list of all of them.
    fn list(self) -> &'static str {
        match self {
            Self::Stopped => "/referrals?stopped=yes",
            Self::Letter => "/letters?what=given-up",
            Self::Bounced => "/letters?what=bounced",
            Self::MayHaveArrived => "/letters?what=unknown",
            Self::NotAsked => "/letters?what=not-asked",
            Self::Enquiry => "/enquiries?state=waiting",
            Self::Undecided => "/referrals?state=awaiting-answer",
            Self::Talk => "/referrals?talk=yes",
            Self::Interest => "/referrals?unsure=yes",
            Self::Waiting => "/referrals?ready=yes",
            Self::Question => "/proposals?state=question-asked",
            Self::MenteeUnasked => "/proposals?state=awaiting-mentee&asked=no",
            Self::AwaitingMentee => "/proposals?state=awaiting-mentee&asked=yes",
            Self::AwaitingMentor => "/proposals?state=awaiting-mentor",
            Self::FirstMeeting => "/courses?state=awaiting-first-meeting",
            Self::Silent => "/courses?state=silent",
            Self::PastEnd => "/courses?state=in-transition",
            Self::Survey => "/surveys?state=due",
            Self::Application => "/mentors?status=applicant",
            Self::Certificate => "/mentors?expiring=yes",
            Self::Inactive => "/mentors?inactive=yes",
            Self::Word => "/vocabulary?show=waiting",
        }
    }

    /// The list of those that are asked for. What is nobody's by its nature has no such filter.
    pub fn list_of(self, whose: Option<Whose>) -> String {
        match whose {
            Some(whose) if !matches!(self, Self::Enquiry | Self::Word) => {
                format!("{}&responsible={}", self.list(), whose.word())
            }
            _ => self.list().to_owned(),
        }
    }

    /// The keys of what heads the name, the other side and the date.
    pub fn headings(self) -> [&'static str; 3] {
        match self {
            Self::Enquiry => ["today-young-person", "today-place", "today-received"],
            Self::Undecided | Self::Waiting | Self::Interest => {
                ["today-young-person", "today-partner", "today-referred"]
            }
            Self::Talk | Self::Stopped => ["today-young-person", "today-partner", "today-since"],
            Self::Letter | Self::Bounced | Self::MayHaveArrived | Self::NotAsked => {
                ["today-letter-what", "today-letter-cause", "today-letter-advice"]
            }
            Self::Question | Self::MenteeUnasked | Self::AwaitingMentee | Self::AwaitingMentor => {
                ["today-young-person", "today-mentor", "today-answer-by"]
            }
            Self::FirstMeeting | Self::Silent => ["today-young-person", "today-mentor", "today-matched"],
            Self::PastEnd => ["today-young-person", "today-mentor", "today-planned-end"],
            Self::Survey => ["today-young-person", "today-partner", "today-due"],
            Self::Application => ["today-mentor", "today-occupation", "today-applied"],
            Self::Certificate => ["today-mentor", "today-occupation", "today-expires"],
            Self::Inactive => ["today-mentor", "today-occupation", "today-approved"],
            Self::Word => ["today-word-name", "today-word-waiting", "today-word-seen"],
        }
    }
}
