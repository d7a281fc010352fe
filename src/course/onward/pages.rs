//! What the pages about the onward plan show.

use askama::Template;
use entity::{Course, OnwardPlan, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::forms::{OnwardForm, WaiverForm};
use crate::{
    form::ShownErrors,
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
};

/// The plan as a page of the course shows it.
#[derive(Clone, Debug, Default)]
pub struct OnwardView {
    /// What the young person goes on to; empty while nobody has said it.
    pub onward: String,
    pub step_down: String,
    /// Who said it and when, or why none is needed.
    pub told: String,
}

impl OnwardView {
    pub fn of(tr: Tr, course: &Course, said: Option<&OnwardPlan>) -> Self {
        Self {
            onward: course.onward_plan.clone().unwrap_or_default(),
            step_down: said.and_then(|said| said.step_down.clone()).unwrap_or_default(),
            told: said.map(|said| told(tr, said)).unwrap_or_default(),
        }
    }
}

fn told(tr: Tr, said: &OnwardPlan) -> String {
    let day = tr.date_of(&said.told_at);
    match said.none_because {
        Some(because) => tr.t2("course-onward-none", "because", because.label(tr), "date", day),
        None if said.onward.is_none() => tr.t1("course-onward-step-down-by-staff", "date", day),
        None if said.by_mentor => tr.t1("course-onward-by-mentor", "date", day),
        None => tr.t1("course-onward-by-staff", "date", day),
    }
}

#[derive(Template)]
#[template(path = "course/onward/plan.html")]
pub struct OnwardPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub planned_end: String,
    pub view: OnwardView,
    pub form: OnwardForm,
    pub errors: ShownErrors,
    /// Whether staff can say that none is needed.
    pub may_waive: bool,
    pub waiver: WaiverForm,
    pub reasons: Vec<Choice>,
}

/// Behind the mentor's link: whose it is, and then the form.
#[derive(Template)]
#[template(path = "course/onward/link.html")]
pub struct OnwardLinkPage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The course; nothing before whose it is was confirmed.
    pub course_id: Option<Uuid>,
    pub mentee: String,
    pub planned_end: String,
    pub form: OnwardForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "course/onward/thanks.html")]
pub struct OnwardThanksPage {
    pub ctx: Ctx,
}

impl Reveals for OnwardPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for OnwardLinkPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, self.course_id.map(Subject::OfCourse))
    }
}

reveals_nobody!(OnwardThanksPage);
