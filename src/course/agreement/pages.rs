//! What the page of the agreement shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{
    forms::{AgreementForm, GoalForm},
    view::Confirmed,
};
use crate::{
    course::pages::Fact,
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

/// All versions, the one that holds first, each with who has confirmed it.
#[derive(Template)]
#[template(path = "course/agreed/versions.html")]
pub struct VersionsPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    /// The page of the course.
    pub course: String,
    pub versions: Vec<(Confirmed, Vec<Fact>)>,
}

/// What stands behind the link of either side: whose it is, and then what was agreed.
#[derive(Template)]
#[template(path = "course/agreed/link.html")]
pub struct AgreedPage {
    pub ctx: Ctx,
    pub is_mentor: bool,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The young person of whom it tells somebody else.
    pub told_of: Option<Uuid>,
    /// What was agreed; nothing before whose it is was confirmed.
    pub version: Option<(Confirmed, Vec<Fact>)>,
    /// Whether this side has confirmed it.
    pub is_confirmed: bool,
    /// Whether no later version was agreed.
    pub is_newest: bool,
}

impl Reveals for VersionsPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}

impl Reveals for AgreedPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, self.told_of)
    }
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
