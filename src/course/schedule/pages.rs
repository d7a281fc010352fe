//! What the pages of a pause and of an extension show.

use askama::Template;
use chrono::NaiveDate;

use super::forms::{ExtensionForm, PauseForm};
use crate::web::{Ctx, ShownErrors};

#[derive(Template)]
#[template(path = "course/extension.html")]
pub struct ExtensionPage {
    pub ctx: Ctx,
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
    /// The page of the course.
    pub course: String,
    pub form: PauseForm,
    pub errors: ShownErrors,
}
