//! What staff see of samples and of those who were drawn.

use askama::Template;
use chrono::NaiveDate;
use entity::{InterviewSample, InterviewStratum, interviewees::InterviewAnswer, readings::ReadingPurpose};

use super::{
    State,
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
        today: NaiveDate,
    ) -> Self {
        let tr = ctx.tr;
        let drawn = |row: &InterviewStratum| people.iter().filter(|one| one.row.stratum == row.stratum).count();
        let parts = strata.into_iter();
        let parts = parts.map(|row| Part { name: row.stratum.label(tr), drawn: drawn(&row), row }).collect();
        let stands = |state: State| people.iter().filter(|one| super::state(&one.row, today) == state).count();
        Self {
            parts,
            counts: State::all().map(|state| (state.label(tr), stands(state))).collect(),
            lines: people.iter().map(|one| line(tr, one, today)).collect(),
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

fn line(tr: Tr, one: &Interviewed, today: NaiveDate) -> Line {
    let row = &one.row;
    let told_on = row.interviewed_on.or(row.answered_on).or(row.invited_on);
    Line {
        href: format!("/interviews/people/{}", row.id),
        name: one.name.clone(),
        stratum: row.stratum.label(tr),
        position: row.position,
        course: one.course.clone(),
        state: state(row, today),
        told: told_on.map(|on| tr.short_date(&on)).unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "interview/person.html")]
pub struct InterviewPage {
    pub ctx: Ctx,
    pub one: Interviewed,
    pub state: State,
    pub agrees: bool,
    pub troubles: Vec<Trouble>,
    pub answers: Vec<Choice>,
    pub form: AnswerForm,
    pub day: DayForm,
    pub errors: ShownErrors,
}

impl InterviewPage {
    pub fn new(
        ctx: Ctx,
        (one, agrees, troubles): (Interviewed, bool, Vec<Trouble>),
        (form, day, errors): (AnswerForm, DayForm, ShownErrors),
        today: NaiveDate,
    ) -> Self {
        let (state, answers) = (state(&one.row, today), InterviewAnswer::choices(ctx.tr));
        Self { ctx, one, state, agrees, troubles, answers, form, day, errors }
    }

    /// Whether they have said yes and were not met yet, or on another day.
    pub fn may_be_interviewed(&self) -> bool {
        self.one.row.says == Some(InterviewAnswer::Yes)
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

/// The sample to take away. How to reach somebody stands there once they have said yes.
pub fn sheet(tr: Tr, today: NaiveDate) -> Sheet<'static, Interviewed> {
    let if_yes = |one: &Interviewed, way: &Option<String>| {
        way.clone().filter(|_| one.row.says == Some(InterviewAnswer::Yes)).unwrap_or_default()
    };
    Sheet::telling_of(tr, "interviews", subject)
        .with("interview-stratum", move |one| one.row.stratum.label(tr))
        .with("interview-position", |one| one.row.position)
        .with("interview-name", |one| one.name.clone())
        .with("interview-course", |one| one.course.clone())
        .with("interview-state", move |one| state(&one.row, today).label(tr))
        .with("interview-invited-on", |one| one.row.invited_on)
        .with("interview-answered-on", |one| one.row.answered_on)
        .with("interview-wishes", |one| one.row.wishes.clone())
        .with("interview-phone", move |one| if_yes(one, &one.phone))
        .with("interview-email", move |one| if_yes(one, &one.email))
        .with("interview-interviewed-on", |one| one.row.interviewed_on)
}
