//! What the page behind the link of a question shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::{MetForm, ResolvedForm};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::Choice,
};

/// The page of one side, without signing in. It says whose it is before it says anything else.
#[derive(Template)]
#[template(path = "course/did_you_meet/link.html")]
pub struct MetPage {
    pub ctx: Ctx,
    pub is_mentor: bool,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The young person of whom it tells somebody else.
    pub told_of: Option<Uuid>,
    /// The question; nothing before whose it is was confirmed.
    pub question: Option<Question>,
    pub form: MetForm,
    pub errors: ShownErrors,
}

pub struct Question {
    pub text: String,
    /// The days on which they can have met, where none was agreed.
    pub days: Vec<Choice>,
    /// Whether the answer was no, and it is asked why.
    pub is_why: bool,
    pub whys: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "course/did_you_meet/thanks.html")]
pub struct MetThanksPage {
    pub ctx: Ctx,
}

#[derive(Template)]
#[template(path = "course/did_you_meet/not_me.html")]
pub struct NotMePage {
    pub ctx: Ctx,
}

/// What staff found out, to be mended.
#[derive(Template)]
#[template(path = "course/did_you_meet/settle.html")]
pub struct SettlePage {
    pub ctx: Ctx,
    /// Of the course and of the question.
    pub ids: (Uuid, Uuid),
    /// The page of the course.
    pub course: String,
    pub form: ResolvedForm,
    pub errors: ShownErrors,
}

impl Reveals for SettlePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.ids.0)])
    }
}

impl Reveals for MetPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, self.told_of)
    }
}

reveals_nobody!(MetThanksPage, NotMePage);
