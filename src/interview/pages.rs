//! What staff see of samples and of those who were drawn.

use askama::Template;
use chrono::{DateTime, Utc};
use entity::{
    InterviewSample, InterviewStratum, interview_strata::Stratum, interviewees::InterviewAnswer,
    readings::ReadingPurpose,
};

use super::{
    State, consents,
    find::Interviewed,
    forms::{AnswerForm, DayForm, SampleForm},
    state,
};
use crate::{
    form::{ShownErrors, typed::readable_phone},
    language::Tr,
    message::Trouble,
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "interview/samples.html")]
pub struct SamplesPage {
    pub ctx: Ctx,
    pub partners: Vec<Choice>,
    pub samples: Vec<InterviewSample>,
    pub form: SampleForm,
    pub errors: ShownErrors,
}

reveals_nobody!(SamplesPage);

/// One who was drawn, as the page of the sample shows it.
pub struct Line {
    pub href: String,
    pub name: String,
    pub stratum: String,
    pub position: i32,
    pub course: String,
    pub state: State,
    pub told: String,
}

/// A part of the sample: how many there were, and what came of those who were drawn.
pub struct Part {
    pub name: String,
    pub row: InterviewStratum,
    pub drawn: usize,
}

#[derive(Template)]
#[template(path = "interview/sample.html")]
pub struct SamplePage {
    pub ctx: Ctx,
    pub sample: InterviewSample,
    pub partner: Option<String>,
    pub drawn_by: String,
    pub parts: Vec<Part>,
    /// How many stand where.
    pub counts: Vec<(String, usize)>,
    pub lines: Vec<Line>,
    /// Whether there is somebody to invite.
    pub is_open: bool,
    revealed: Revealed,
}

impl SamplePage {
    pub fn new(
        ctx: Ctx,
        (sample, partner, drawn_by): (InterviewSample, Option<String>, String),
        strata: Vec<InterviewStratum>,
        people: Vec<Interviewed>,
        now: DateTime<Utc>,
    ) -> Self {
        let tr = ctx.tr;
        let drawn = |row: &InterviewStratum| people.iter().filter(|one| one.row.stratum == row.stratum).count();
        let parts = strata.into_iter();
        let parts = parts.map(|row| Part { name: row.stratum.label(tr), drawn: drawn(&row), row }).collect();
        let stands = |state: State| people.iter().filter(|one| super::state(one, now) == state).count();
        Self {
            parts,
            counts: State::all().map(|state| (state.label(tr), stands(state))).collect(),
            lines: people.iter().map(|one| line(tr, one, now)).collect(),
            is_open: people.iter().any(|one| one.row.invited_on.is_none() && one.row.says.is_none()),
            revealed: Revealed::of(ReadingPurpose::List, people.iter().map(subject)),
            sample,
            partner,
            drawn_by,
            ctx,
        }
    }
}

fn subject(one: &Interviewed) -> Subject {
    Subject::OfCourse(one.row.course_id)
}

fn line(tr: Tr, one: &Interviewed, now: DateTime<Utc>) -> Line {
    let row = &one.row;
    let told_on = row.interviewed_on.or(row.answered_on).or(one.invited_on());
    Line {
        href: format!("/interviews/people/{}", row.id),
        name: one.name.clone(),
        stratum: row.stratum.label(tr),
        position: row.position,
        course: one.course.clone(),
        state: state(one, now),
        told: told_on.map(|on| tr.short_date(&on)).unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "interview/person.html")]
pub struct InterviewPage {
    pub ctx: Ctx,
    pub one: Interviewed,
    pub state: State,
    pub troubles: Vec<Trouble>,
    pub answers: Vec<Choice>,
    pub form: AnswerForm,
    pub day: DayForm,
    pub errors: ShownErrors,
}

impl InterviewPage {
    pub fn new(
        ctx: Ctx,
        (one, troubles): (Interviewed, Vec<Trouble>),
        (form, day, errors): (AnswerForm, DayForm, ShownErrors),
        now: DateTime<Utc>,
    ) -> Self {
        let (state, answers) = (state(&one, now), InterviewAnswer::choices(ctx.tr));
        Self { ctx, one, state, troubles, answers, form, day, errors }
    }

    /// Where staff see and write down what they agree to.
    pub fn consent_path(&self) -> String {
        match self.one.row.stratum {
            Stratum::Completed | Stratum::Interrupted => format!("/referrals/{}#consent-heading", self.one.referral_id),
            Stratum::Mentors => consents::of_mentor(self.one.person_id),
            Stratum::Contacts => consents::of_person(self.one.person_id),
        }
    }

    pub fn phone(&self) -> String {
        self.one.phone.as_deref().map(readable_phone).unwrap_or_default()
    }
}

impl Reveals for SamplePage {
    fn reveals(&self) -> Revealed {
        self.revealed.clone()
    }
}

impl Reveals for InterviewPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, [subject(&self.one)])
    }
}

/// The sample to take away, for an evaluator. Who somebody is, and how to reach them, stands there once they have said yes, and as
/// long as they agree; until then they have a number in their group alone.
pub fn sheet(tr: Tr, now: DateTime<Utc>) -> Sheet<'static, Interviewed> {
    let if_told =
        |one: &Interviewed, what: Option<&String>| what.filter(|_| one.is_told()).cloned().unwrap_or_default();
    Sheet::telling_of(tr, "interviews", subject)
        .with("interview-reference", |one| one.reference())
        .with("interview-stratum", move |one| one.row.stratum.label(tr))
        .with("interview-position", |one| one.row.position)
        .with("interview-name", move |one| if_told(one, Some(&one.name)))
        .with("interview-course", move |one| if_told(one, Some(&one.course)))
        .with("interview-state", move |one| state(one, now).label(tr))
        .with("interview-invited-on", |one| one.invited_on())
        .with("interview-answered-on", |one| one.row.answered_on)
        .with("interview-wishes", move |one| if_told(one, one.row.wishes.as_ref()))
        .with("interview-phone", move |one| if_told(one, one.phone.as_ref()))
        .with("interview-email", move |one| if_told(one, one.email.as_ref()))
        .with("interview-interviewed-on", |one| one.row.interviewed_on)
}
