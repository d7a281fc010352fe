//! What the pages show.

use askama::Template;
use entity::Project;

use super::forms::ProjectForm;
use crate::{
    form::ShownErrors,
    language::Tr,
    list::Found,
    page::{Ctx, Event, Sheet},
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

/// The projects to take away.
pub fn table(tr: Tr) -> Sheet<'static, Project> {
    Sheet::telling_of_nobody(tr, "projects")
        .with("partner-project-name", |row: &Project| row.name.clone())
        .with("partner-project-starts-on", |row| row.starts_on)
        .with("partner-project-ends-on", |row| row.ends_on)
        .with("partner-project-target-young-people", |row| row.target_young_people)
}

reveals_nobody!(ProjectPage, ProjectsPage);
