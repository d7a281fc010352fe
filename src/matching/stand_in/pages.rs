//! What the page of those who stand in shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::{ShorterForm, StandInForm};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::Choice,
};

#[derive(Template)]
#[template(path = "course/stand_in/page.html")]
pub struct StandInPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub mentee: String,
    pub mentor: String,
    /// Periods that hold or come.
    pub periods: Vec<PeriodRow>,
    /// Which of them is made shorter by the form that came back; nothing on other pages.
    pub shortened: Option<Uuid>,
    /// Who can stand in, with what speaks for them.
    pub mentors: Vec<Choice>,
    pub form: StandInForm,
    pub shorter: ShorterForm,
    pub errors: ShownErrors,
}

pub struct PeriodRow {
    pub id: Uuid,
    pub text: String,
    /// The page of whoever stands in.
    pub mentor: String,
    /// Names its field, as the page has one for each period; the summary of what is wrong leads to `last_on`.
    pub field: String,
}

impl StandInPage {
    /// What was typed stands with the period whose form came back.
    fn shorter_of(&self, row: &PeriodRow) -> ShorterForm {
        if self.shortened == Some(row.id) { self.shorter.clone() } else { ShorterForm::default() }
    }

    /// So does what is wrong with it.
    fn errors_of(&self, row: &PeriodRow) -> ShownErrors {
        if self.shortened == Some(row.id) { self.errors.clone() } else { ShownErrors::default() }
    }
}

impl Reveals for StandInPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
