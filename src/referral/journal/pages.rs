//! What the page of a referral shows: the status to its referrer, the journal to staff.

use askama::Template;
use chrono::NaiveDate;
use entity::{Consent, Course, YoungPerson, consents::ConsentPurpose, readings::ReadingPurpose};
use sea_orm::Iterable;

use super::forms::ActionForm;
use crate::{
    duty::SeenTo,
    form::{Seen, ShownErrors},
    language::Tr,
    message::{Correspondence, Trouble},
    page::{Ctx, Event, Step},
    record::{Revealed, Reveals},
    referral::{
        Agreement, Case, HeldBack, Interest, Likeness, State, Waits, answer::DECLINE_REASONS, end::may_reopen,
        facts::Fact, status_update::Said,
    },
    word::{Choice, Worded},
};

/// What both pages show.
pub struct Shown {
    pub case: Case,
    pub state: State,
    pub line: Vec<Step>,
    pub person: Vec<Fact>,
    pub facts: Vec<Fact>,
    pub consents: Vec<Consent>,
    /// Whether the young person agrees to interviews in another of their referrals, and says no here.
    pub agrees_elsewhere: bool,
    pub events: Vec<Event>,
    /// When the young person was prepared, and who says so; empty while nobody has.
    pub prepared: String,
    /// How it goes, as whoever referred was told it, and what was written about it.
    pub said: Vec<Said>,
    /// Until when staff promise an answer, while it is awaited.
    pub answer_by: String,
    /// Whether staff asked something that has no answer.
    pub has_open_question: bool,
    /// A stamp of the question and its answer, for the forms that ask and answer.
    pub question_seen: Seen,
    pub can_withdraw: bool,
    pub can_amend: bool,
    /// What keeps staff from proposing a mentor now.
    pub held_back: Option<HeldBack>,
    /// Whether the young person is known still to want a mentor; known for whoever does not wait.
    pub interest: Interest,
    /// What the clock does while nobody answers whether they do.
    pub clock: Option<Waits>,
    /// Whether there is somebody to be asked in writing.
    pub can_ask_interest: bool,
    pub form: ActionForm,
    pub errors: ShownErrors,
}

impl Shown {
    /// Since when nobody has heard that a mentor is still wanted, while nobody was asked.
    pub fn unsure_since(&self) -> Option<NaiveDate> {
        match self.interest {
            Interest::Unsure(since) => Some(since),
            Interest::Known | Interest::Asked(_) => None,
        }
    }

    /// When it was asked whether a mentor is still wanted, while there is no answer.
    pub fn interest_asked_on(&self) -> Option<NaiveDate> {
        self.interest.asked_on()
    }

    /// Whether something that the partner wrote waits for staff.
    pub fn has_waiting_reply(&self) -> bool {
        self.said.iter().any(|one| one.waits)
    }

    /// Since when staff are to talk with the partner.
    pub fn talk_since(&self) -> Option<NaiveDate> {
        match self.held_back {
            Some(HeldBack::TalkFirst(since)) => Some(since),
            _ => None,
        }
    }

    /// On which day a mentor may be proposed again, when the young person rests.
    pub fn rests_until(&self) -> Option<NaiveDate> {
        match self.held_back {
            Some(HeldBack::Rests(until)) => Some(until),
            _ => None,
        }
    }

    /// Why there is no consent to a mentor: never written down, or taken back.
    pub fn no_consent_key(&self) -> &'static str {
        match Agreement::of(&self.consents, ConsentPurpose::MentorCourse) {
            Agreement::Unanswered => "referral-consent-missing-heading",
            Agreement::Given | Agreement::No(_) => "referral-no-consent-heading",
        }
    }

    /// Whether nobody may look for a mentor now.
    pub fn lacks_consent(&self) -> bool {
        !Agreement::of(&self.consents, ConsentPurpose::MentorCourse).is_given()
    }

    /// Whether the referral can be opened again without a consent that is written down first.
    pub fn may_reopen(&self) -> bool {
        may_reopen(self.state, Agreement::of(&self.consents, ConsentPurpose::MentorCourse))
    }

    /// What the young person does not agree to now, to be written down if that changes.
    pub fn open_purposes(&self, ctx: &Ctx) -> Vec<Choice> {
        let is_open = |purpose: &ConsentPurpose| !Agreement::of(&self.consents, *purpose).is_given();
        let open = ConsentPurpose::iter().filter(is_open);
        open.map(|purpose| purpose.choice(ctx.tr)).collect()
    }

    /// Whether nobody has written down an answer to being asked how it went.
    pub fn survey_unanswered(&self) -> bool {
        Agreement::of(&self.consents, ConsentPurpose::Survey) == Agreement::Unanswered
    }

    /// What is told under a consent to a mentor that there is none of: never written down, or taken back.
    pub fn no_consent_text_key(&self) -> &'static str {
        match Agreement::of(&self.consents, ConsentPurpose::MentorCourse) {
            Agreement::Unanswered => "referral-consent-missing-text",
            Agreement::Given | Agreement::No(_) => "referral-no-consent-text",
        }
    }

    /// What the young person agrees to and can take back.
    pub fn given_purposes(&self, ctx: &Ctx) -> Vec<Choice> {
        let is_here = |purpose: ConsentPurpose| {
            self.consents.iter().any(|consent| consent.purpose == purpose && consent.withdrawn_on.is_none())
        };
        let is_elsewhere = |purpose: ConsentPurpose| purpose == ConsentPurpose::Interview && self.agrees_elsewhere;
        let given = ConsentPurpose::iter().filter(|purpose| is_here(*purpose) || is_elsewhere(*purpose));
        given.map(|purpose| purpose.choice(ctx.tr)).collect()
    }
}

#[derive(Template)]
#[template(path = "referral/status.html")]
pub struct StatusPage {
    pub ctx: Ctx,
    pub shown: Shown,
    /// Where it stands, in a sentence with its day.
    pub stands: String,
    /// Whether the referrer is to pass the young person's answer on.
    pub is_their_turn: bool,
    /// Whether they are asked to reach the young person, who has fallen silent.
    pub is_silent: bool,
    /// Why it was declined or not started, in words.
    pub reason: String,
}

#[derive(Template)]
#[template(path = "referral/journal.html")]
pub struct JournalPage {
    pub ctx: Ctx,
    pub shown: Shown,
    /// Letters about it that did not arrive.
    pub troubles: Vec<Trouble>,
    /// Who of staff sees to it.
    pub seen_to: Option<SeenTo>,
    pub mail: Correspondence,
    pub reason: String,
    pub courses: Vec<Course>,
    pub alike: Vec<(YoungPerson, Likeness)>,
    pub has_industry: bool,
    pub decline_reasons: Vec<Choice>,
    pub close_reasons: Vec<Choice>,
}

/// The reasons that staff may decline with.
pub fn decline_reasons(tr: Tr) -> Vec<Choice> {
    DECLINE_REASONS.iter().map(|reason| reason.choice(tr)).collect()
}

/// The reasons for closing before a course.
pub fn close_reasons(tr: Tr) -> Vec<Choice> {
    entity::referrals::Reason::choices(tr)
}

impl Reveals for JournalPage {
    fn reveals(&self) -> Revealed {
        let alike = self.alike.iter().map(|(person, _)| person.id);
        self.shown.reveals().and(Revealed::people(ReadingPurpose::Comparison, alike))
    }
}

impl Reveals for StatusPage {
    fn reveals(&self) -> Revealed {
        self.shown.reveals()
    }
}

impl Reveals for Shown {
    fn reveals(&self) -> Revealed {
        Revealed::people(opened_for(self.state), [self.case.person.id])
    }
}

/// What a journal is opened for, told by where the referral stands.
fn opened_for(state: State) -> ReadingPurpose {
    match state {
        State::Waiting | State::Proposed => ReadingPurpose::Matching,
        State::InCourse => ReadingPurpose::CourseFollowUp,
        State::Finished => ReadingPurpose::Survey,
        State::AwaitingAnswer | State::QuestionAsked | State::Declined | State::Withdrawn | State::NotStarted => {
            ReadingPurpose::Referral
        }
    }
}
