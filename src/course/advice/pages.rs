//! What the page of advice shows.

use askama::Template;
use entity::{AdviceRequest, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::forms::AdviceForm;
use crate::{
    form::ShownErrors,
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals, Subject, reveals_nobody},
};

#[derive(Template)]
#[template(path = "course/advice.html")]
pub struct AdvicePage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    pub is_staff: bool,
    /// The page to go back to.
    pub back: String,
    /// Whether something can be asked.
    pub may_ask: bool,
    pub rows: Vec<Asked>,
    pub form: AdviceForm,
    pub errors: ShownErrors,
}

/// The same behind a link of the mentor's: only the question.
#[derive(Template)]
#[template(path = "course/advice_link.html")]
pub struct AdviceLinkPage {
    pub ctx: Ctx,
    /// The page of the link; empty where it opens nothing any more.
    pub back: String,
    pub form: AdviceForm,
    pub errors: ShownErrors,
}

reveals_nobody!(AdviceLinkPage);

/// What a mentor asked and was answered, behind the link of the letter: whose it is, and then the two texts.
#[derive(Template)]
#[template(path = "course/advised.html")]
pub struct AdvisedPage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The course; nothing before whose it is was confirmed.
    pub course_id: Option<Uuid>,
    pub asked: Option<Asked>,
}

impl Reveals for AdvisedPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, self.course_id.map(Subject::OfCourse))
    }
}

/// A question in words, with its answer if there is one.
pub struct Asked {
    pub id: Uuid,
    pub when: String,
    pub text: String,
    /// Whether it is the one to be answered next: the oldest that waits.
    pub is_next: bool,
    pub answered: String,
    pub answer: String,
}

impl Asked {
    pub fn new(tr: Tr, row: AdviceRequest) -> Self {
        Self {
            id: row.id,
            when: tr.moment(&row.asked_at),
            text: row.text,
            is_next: false,
            answered: row.answered_at.map(|at| tr.moment(&at)).unwrap_or_default(),
            answer: row.answer.unwrap_or_default(),
        }
    }
}

impl Reveals for AdvicePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
