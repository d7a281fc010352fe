//! What the pages show.

use askama::Template;
use entity::Project;

use super::forms::ProjectForm;
use crate::{
    form::ShownErrors,
    list::Found,
    page::{Ctx, Event},
    record::reveals_nobody,
};

#[derive(Template)]
#[template(path = "partner/projects.html")]
pub struct ProjectsPage {
    pub ctx: Ctx,
    pub list: Found<Project>,
}

#[derive(Template)]
#[template(path = "partner/project.html")]
pub struct ProjectPage {
    pub ctx: Ctx,
    /// The one that is changed; none when a new one is written down.
    pub project: Option<Project>,
    pub changes: Vec<Event>,
    pub form: ProjectForm,
    pub errors: ShownErrors,
}

reveals_nobody!(ProjectPage, ProjectsPage);
