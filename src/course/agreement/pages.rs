//! What the page of the agreement shows.

use askama::Template;

use super::forms::{AgreementForm, GoalForm};
use crate::web::{Ctx, ShownErrors};

#[derive(Template)]
#[template(path = "course/agreement.html")]
pub struct AgreementPage {
    pub ctx: Ctx,
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
    /// The page of the course.
    pub course: String,
    pub form: GoalForm,
    pub errors: ShownErrors,
}
