//! What the pages of an agreed meeting show.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{Shown, forms::PlanForm};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::Choice,
};

/// A new one, or one that is changed.
#[derive(Template)]
#[template(path = "course/planned/plan.html")]
pub struct PlanPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    /// Where the form is sent.
    pub action: String,
    /// Where the button that calls it off posts; empty for a new one.
    pub cancellation: String,
    pub form: PlanForm,
    pub errors: ShownErrors,
    pub channels: Vec<Choice>,
}

/// The young person's own page, without signing in. It shows and does nothing.
#[derive(Template)]
#[template(path = "course/planned/link.html")]
pub struct LinkPage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub first_name: Option<String>,
    /// The young person, where somebody else is signed in who opened it: to the young person it tells nothing of others.
    pub told_of: Option<Uuid>,
    /// The meeting that the message told of, where it is still to come.
    pub meeting: Option<Shown>,
    pub is_cancelled: bool,
    /// The first name of whoever comes, with the number as a telephone reads it and as people do; empty where nobody knows it.
    pub mentor: Option<(String, String, String)>,
    /// Whether contact with the mentor is stopped for now: then staff phone, and nothing is agreed.
    pub is_stopped: bool,
    /// What else is agreed.
    pub others: Vec<Shown>,
    /// Where the young person says that they are worried; empty where the link opens nothing.
    pub concern: String,
    /// The meeting for a calendar.
    pub file: String,
}

impl Reveals for PlanPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for LinkPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, self.told_of)
    }
}
