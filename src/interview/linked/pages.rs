//! What is shown behind the link.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use crate::{
    form::ShownErrors,
    interview::forms::AnswerForm,
    page::Ctx,
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::Choice,
};

#[derive(Template)]
#[template(path = "interview/invitation.html")]
pub struct InvitationPage {
    pub ctx: Ctx,
    /// Whose the link is; nothing where it opens nothing.
    pub whose: Option<String>,
    /// The course of whom it tells, where somebody else is told.
    pub told_of: Option<Uuid>,
    pub answers: Vec<Choice>,
    pub form: AnswerForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "interview/thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
}

impl Reveals for InvitationPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Survey, self.told_of.map(Subject::OfCourse))
    }
}

reveals_nobody!(ThanksPage);
