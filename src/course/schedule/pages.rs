//! What the pages of a pause and of an extension show.

use askama::Template;
use chrono::NaiveDate;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::{ExtensionForm, PauseForm};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
};

#[derive(Template)]
#[template(path = "course/extension.html")]
pub struct ExtensionPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub planned_end_on: NaiveDate,
    pub form: ExtensionForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "course/pause.html")]
pub struct PausePage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub form: PauseForm,
    pub errors: ShownErrors,
}

impl Reveals for ExtensionPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for PausePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
