//! What the pages of a proposal, and where a mentor starts, show.

use askama::Template;
use chrono::NaiveDate;
use entity::{
    Proposal,
    proposals::{DeclineReason, DeclinedBy},
    readings::ReadingPurpose,
};
use sea_orm::prelude::Uuid;

use super::{
    Standing, State,
    card::Card,
    decline_words::{decline_reasons, rest, said},
    forms::{DeclineForm, LinkedForm, TextForm},
    state,
};
use crate::{
    course::{agreement::DueStep, did_you_meet::AskedMentor, planned::Agreed},
    form::{ShownErrors, typed::readable_phone},
    language::Tr,
    message::{Trouble, sms::Sms},
    page::Ctx,
    reason::{Cause, Declared},
    record::{Revealed, Reveals, reveals_nobody},
    referral::{Reach, Way, Written},
    word::{Choice, Worded},
};

/// One proposal, for the mentor it was made to and for staff.
#[derive(Template)]
#[template(path = "matching/proposal.html")]
pub struct ProposalPage {
    pub ctx: Ctx,
    pub id: Uuid,
    pub card: Card,
    /// Shown to staff alone; the mentor knows who they are.
    pub mentor_name: String,
    /// Shown to staff alone.
    pub young_name: String,
    pub is_staff: bool,
    /// Since when the young person says no to a mentor, while the proposal is open.
    pub stopped_on: Option<NaiveDate>,
    /// How the young person is asked, for staff while it is their turn; empty otherwise.
    pub asked_by: String,
    pub state: State,
    pub standing: Standing,
    pub state_name: String,
    /// By when whom it waits for is to answer; empty when it waits for nobody.
    pub until: String,
    pub question: String,
    pub answer: String,
    /// Why it was declined, for staff alone; empty when it was not.
    pub decline_reason: String,
    pub decline_note: String,
    /// How long the two rest after the no, for staff alone.
    pub rest: String,
    /// Whether a no after having met costs neither side anything.
    pub blames_nobody: bool,
    /// What the mentor can say to a no, or once the mentor has said yes, the young person.
    pub reasons: Vec<Choice>,
    pub decline_form: DeclineForm,
    pub text_form: TextForm,
    /// A link for the young person, made to be sent by hand, shown this once.
    pub link: String,
    /// Letters about it that did not arrive, for staff alone.
    pub troubles: Vec<Trouble>,
    pub errors: ShownErrors,
}

/// A proposal behind the mentor's own link, which says whose it is first.
#[derive(Template)]
#[template(path = "matching/linked.html")]
pub struct LinkedPage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// Nothing before whose it is was confirmed.
    pub proposal: Option<LinkedProposal>,
    pub form: LinkedForm,
    pub errors: ShownErrors,
}

pub struct LinkedProposal {
    /// As it is shown to a mentor who has signed in: anonymous.
    pub card: Card,
    pub until: String,
    /// Whether a question can be asked: one that was asked waits for its answer.
    pub may_ask: bool,
    pub question: String,
    pub answer: String,
    /// Whether a no after having met costs neither side anything.
    pub blames_nobody: bool,
    pub reasons: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "matching/linked_thanks.html")]
pub struct LinkedThanksPage {
    pub ctx: Ctx,
}

impl Reveals for LinkedPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, self.proposal.iter().map(|proposal| proposal.card.young_person_id))
    }
}

reveals_nobody!(LinkedThanksPage);

/// What of a proposal only staff see.
pub struct Names {
    pub mentor: String,
    pub young: String,
}

impl ProposalPage {
    pub fn new(
        ctx: Ctx,
        proposal: &Proposal,
        (reach, sms): (&Reach, &Sms),
        card: Card,
        names: Option<Names>,
        declared: &Declared,
    ) -> Self {
        let (state, is_staff) = (state(proposal), names.is_some());
        let stopped_on = reach.agreement.no_since().filter(|_| state.is_open());
        let standing = Standing::new(state, stopped_on);
        let is_their_turn = is_staff && state == State::AwaitingMentee;
        let side = if state == State::AwaitingMentee { DeclinedBy::Mentee } else { DeclinedBy::Mentor };
        let names = names.unwrap_or(Names { mentor: String::new(), young: String::new() });
        Self {
            id: proposal.id,
            card,
            mentor_name: names.mentor,
            young_name: names.young,
            is_staff,
            stopped_on,
            asked_by: if is_their_turn { asked_by(ctx.tr, reach, sms) } else { String::new() },
            state,
            standing,
            state_name: if is_staff { standing.label(ctx.tr) } else { standing.for_mentor(ctx.tr) },
            until: state.until(ctx.tr, &proposal.expires_on),
            question: proposal.question.clone().unwrap_or_default(),
            answer: proposal.answer.clone().unwrap_or_default(),
            decline_reason: said(proposal).filter(|_| is_staff).map(|cause| cause.label(ctx.tr)).unwrap_or_default(),
            decline_note: proposal.decline_note.clone().filter(|_| is_staff).unwrap_or_default(),
            rest: if is_staff { rest(ctx.tr, proposal) } else { String::new() },
            blames_nobody: declared.of(Cause::declined(side, DeclineReason::MetNoThanks)).blames_nobody(),
            reasons: decline_reasons(ctx.tr, side, declared),
            decline_form: DeclineForm::default(),
            text_form: TextForm::default(),
            link: String::new(),
            troubles: Vec::new(),
            errors: ShownErrors::default(),
            ctx,
        }
    }

    /// Where a button of this page posts to.
    pub fn path(&self, action: &str) -> String {
        format!("/proposals/{}/{action}", self.id)
    }

    /// Whether something is wrong with what was typed to say no.
    pub fn is_no_refused(&self) -> bool {
        ["reason", "note"].iter().any(|field| self.errors.of(field).is_some())
    }
}

/// How the young person is asked, in words for staff.
fn asked_by(tr: Tr, reach: &Reach, sms: &Sms) -> String {
    let through = reach.told.as_ref().map(|told| if told.name.is_empty() { &told.email } else { &told.name });
    let through = through.map(String::as_str).unwrap_or_default();
    match (&reach.way, reach.in_writing(sms)) {
        (Way::Mail(email), _) => tr.t1("matching-asked-by-mail", "email", email.as_str()),
        (Way::Phone(phone), Some(Written::Text(..))) => tr.t1("matching-asked-by-text", "phone", readable_phone(phone)),
        (Way::Phone(phone), Some(_)) => {
            tr.t2("matching-asked-by-phone-and-partner", "phone", readable_phone(phone), "who", through)
        }
        (Way::Phone(phone), None) => tr.t1("matching-asked-by-phone", "phone", readable_phone(phone)),
        (Way::Partner, _) => tr.t1("matching-asked-through-partner", "who", through),
        (Way::Nobody, _) => tr.t("matching-asked-by-nobody"),
    }
}

/// Where a mentor starts: what waits for an answer, and the courses.
#[derive(Template)]
#[template(path = "matching/mentor_home.html")]
pub struct MentorHomePage {
    pub ctx: Ctx,
    pub name: String,
    /// Those that wait for the mentor.
    pub proposals: Vec<OpenProposal>,
    /// Those that wait for somebody else, or for nobody any more.
    pub others: Vec<OpenProposal>,
    /// Meetings that are agreed, of all courses.
    pub agreed: Agreed,
    /// Whether they met lately, where nothing was agreed.
    pub asked: Vec<AskedMentor>,
    /// Steps whose day has come.
    pub due: Vec<DueStep>,
    pub courses: Vec<RunningCourse>,
    /// Those in which the mentor stands in for another.
    pub stood_in: Vec<RunningCourse>,
    pub free_seats: u32,
    pub seats: u32,
    pub is_paused: bool,
    /// Forms of theirs that have been left lying.
    pub kept: u64,
}

pub struct OpenProposal {
    pub id: Uuid,
    pub card: Card,
    pub state: String,
    pub badge: &'static str,
    /// By when whom it waits for is to answer.
    pub until: String,
    pub awaits_me: bool,
    /// Whether the young person says no to a mentor by now.
    pub is_stopped: bool,
}

pub struct RunningCourse {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub first_name: String,
    pub last_met_on: Option<NaiveDate>,
    /// Whether a meeting of today can still be logged.
    pub may_tap: bool,
    /// Whether the young person says no to a mentor by now.
    pub is_stopped: bool,
    /// Whether staff have stopped contact between the two.
    pub is_contact_stopped: bool,
    /// From when until when they stand in; empty for one of their own.
    pub days: String,
}

impl Reveals for ProposalPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, [self.card.young_person_id])
    }
}

impl Reveals for MentorHomePage {
    fn reveals(&self) -> Revealed {
        let proposed = self.proposals.iter().chain(&self.others).map(|proposal| proposal.card.young_person_id);
        let met = self.courses.iter().chain(&self.stood_in).map(|course| course.young_person_id);
        Revealed::people(ReadingPurpose::Matching, proposed).and(Revealed::people(ReadingPurpose::List, met))
    }
}
