//! What the page of the agreement shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::{AgreementForm, GoalForm};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
};

#[derive(Template)]
#[template(path = "course/agreement.html")]
pub struct AgreementPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub form: AgreementForm,
    pub errors: ShownErrors,
    /// After an extension the end is moved only by another one.
    pub is_extended: bool,
}

#[derive(Template)]
#[template(path = "course/goal.html")]
pub struct GoalPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub form: GoalForm,
    pub errors: ShownErrors,
}

impl Reveals for AgreementPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for GoalPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
