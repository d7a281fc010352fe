//! What the page shows on which one side says what they expect.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::ExpectationForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
};

#[derive(Template)]
#[template(path = "course/expectations/answer.html")]
pub struct ExpectationPage {
    pub ctx: Ctx,
    pub is_mentors: bool,
    /// The course, where a mentor who has signed in answers.
    pub course_id: Option<Uuid>,
    /// The page to go back to; empty where the link opens nothing.
    pub back: String,
    /// Where the form is sent; empty where there is nothing to answer any more.
    pub action: String,
    pub form: ExpectationForm,
    pub errors: ShownErrors,
}

/// Whose the young person's link is, before it shows anything.
#[derive(Template)]
#[template(path = "course/expectations/whose.html")]
pub struct WhosePage {
    pub ctx: Ctx,
    /// Nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The course that the link is about.
    pub course_id: Option<Uuid>,
}

impl WhosePage {
    fn said_whose(&self, name: &str) -> String {
        self.ctx.beside(|tr| tr.t1("course-met-whose", "name", name))
    }
}

impl Reveals for WhosePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, self.course_id.map(Subject::OfCourse))
    }
}

impl Reveals for ExpectationPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, self.course_id.map(Subject::OfCourse))
    }
}
