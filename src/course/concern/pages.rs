//! What the pages of concerns show.

use askama::Template;
use chrono::{DateTime, Utc};
use entity::{
    concerns::{ConcernOutcome, ConcernSide},
    readings::ReadingPurpose,
};
use sea_orm::prelude::Uuid;

use super::{
    forms::{ConcernForm, SeeToForm},
    guidance::Guidance,
    list::{ConcernRow, ConcernsFilter},
};
use crate::{
    course::pages::Fact,
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    message::Trouble,
    page::{Ctx, Event, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
};

/// Where somebody says that they are worried.
#[derive(Template)]
#[template(path = "course/concern/raise.html")]
pub struct RaisePage {
    pub ctx: Ctx,
    /// The course, where somebody who signed in says it; nothing for the young person, and where the link opens nothing.
    pub course_id: Option<Uuid>,
    /// Where the form is sent; empty where it cannot be.
    pub action: String,
    /// The way up; empty for the young person.
    pub back: String,
    pub is_staff: bool,
    /// Whether it is the young person who reads.
    pub is_young: bool,
    pub guidance: Guidance,
    pub form: ConcernForm,
    pub errors: ShownErrors,
    /// What the reader has said before, and what became of it.
    pub earlier: Vec<String>,
}

/// Said to the young person afterwards.
#[derive(Template)]
#[template(path = "course/concern/thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
}

/// One concern, for those who may read it.
#[derive(Template)]
#[template(path = "course/concern/concern.html")]
pub struct ConcernPage {
    pub ctx: Ctx,
    /// Its own page.
    pub path: String,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    /// Who said it, and when.
    pub raised: String,
    pub said: String,
    pub wants_stop: bool,
    pub is_taken: bool,
    /// How the two and the partner are reached.
    pub people: Vec<Fact>,
    pub is_contact_stopped: bool,
    /// Outcome, day and note, once there is an outcome.
    pub closed: Option<ClosedView>,
    pub guidance: Guidance,
    pub outcomes: Vec<Choice>,
    pub form: SeeToForm,
    pub errors: ShownErrors,
    pub history: Vec<Event>,
    pub troubles: Vec<Trouble>,
}

/// What came of it.
pub struct ClosedView {
    pub outcome: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "course/concern/concerns.html")]
pub struct ConcernsPage {
    pub ctx: Ctx,
    pub query: Asked<ConcernsFilter>,
    pub states: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub list: Found<ConcernRow>,
    pub errors: ShownErrors,
}

pub fn states(tr: Tr) -> Vec<Choice> {
    ["open", "closed"].map(|state| Choice::new(state, tr.t(format!("concern-state-{state}")))).to_vec()
}

impl ConcernRow {
    pub fn raised(&self, tr: Tr) -> String {
        tr.moment(&self.raised_at)
    }

    /// What came of it; otherwise whether somebody sees to it.
    pub fn stands(&self, tr: Tr) -> String {
        stands(tr, self.taken_at, self.outcome)
    }
}

/// Where a concern stands, in words.
pub fn stands(tr: Tr, taken_at: Option<DateTime<Utc>>, outcome: Option<ConcernOutcome>) -> String {
    match (outcome, taken_at) {
        (Some(outcome), _) => outcome.label(tr),
        (None, Some(_)) => tr.t("concern-is-taken"),
        (None, None) => tr.t("concern-is-untaken"),
    }
}

/// Who said it, and when.
pub fn raised(tr: Tr, side: ConcernSide, name: &str, at: &DateTime<Utc>) -> String {
    let who = if name.is_empty() { side.label(tr) } else { tr.t2("concern-by", "side", side.label(tr), "name", name) };
    tr.t2("concern-raised", "who", who, "at", tr.moment(at))
}

pub fn table(tr: Tr) -> Sheet<'static, ConcernRow> {
    Sheet::telling_of(tr, "concerns", |row: &ConcernRow| Subject::YoungPerson(row.young_person_id))
        .with("course-mentee", |row| row.name.clone())
        .with("concern-raised-at", |row| row.raised_at)
        .with("concern-side", move |row| row.side.label(tr))
        .with("course-mentor", |row| row.mentor.clone())
        .with("concern-state", move |row| row.stands(tr))
}

impl Reveals for RaisePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, self.course_id.map(Subject::OfCourse))
    }
}

impl Reveals for ConcernPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Concern, [self.mentee_id])
    }
}

impl Reveals for ConcernsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

reveals_nobody!(ThanksPage);
