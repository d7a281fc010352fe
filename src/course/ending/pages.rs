//! What the pages about an ending show.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{
    forms::{ClassForm, EndingForm, RematchForm, ReopeningForm},
    views::EvidenceView,
};
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals},
    word::Choice,
};

/// The form of an ending, with what the rule says if it ended today.
#[derive(Template)]
#[template(path = "course/ending.html")]
pub struct EndingPage {
    pub ctx: Ctx,
    /// The page of the course.
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub evidence: EvidenceView,
    /// Who said what comes after it, and when; empty where nobody has.
    pub onward: String,
    pub form: EndingForm,
    pub errors: ShownErrors,
    pub ended_by: Vec<Choice>,
    pub reasons: Vec<Choice>,
    pub relations: Vec<Choice>,
    pub classes: Vec<Choice>,
}

/// What the ending would mean, to be confirmed.
#[derive(Template)]
#[template(path = "course/ending_review.html")]
pub struct ReviewPage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub evidence: EvidenceView,
    pub form: EndingForm,
    /// What the second contact is to the young person; may be empty.
    pub relation: String,
    /// What comes after it, as typed or as it stands; empty where nobody has said it.
    pub onward: String,
    pub ended_by: String,
    /// Empty when the course counts as completed.
    pub reason: String,
    pub follows: Vec<String>,
}

#[derive(Template)]
#[template(path = "course/class.html")]
pub struct ClassPage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub evidence: EvidenceView,
    pub form: ClassForm,
    pub errors: ShownErrors,
    pub classes: Vec<Choice>,
    pub reasons: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "course/reopening.html")]
pub struct ReopeningPage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub form: ReopeningForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "course/rematch.html")]
pub struct RematchPage {
    pub ctx: Ctx,
    pub course: String,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub form: RematchForm,
    pub errors: ShownErrors,
}

impl Reveals for EndingPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for ReviewPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for ClassPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for ReopeningPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for RematchPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}
