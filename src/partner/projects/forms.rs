//! Text in, types out.

use entity::Project;

use super::{NewProject, ProjectError};
use crate::{
    error::AppError,
    form::{self, Day, FieldErrors, Form, FormError, Line, Seen, Whole, form},
};

form! {
    pub struct ProjectForm {
        name: Line<120>,
        starts_on: Day,
        ends_on: Day,
        target_young_people: Whole<0, 100_000>,
        target_areas: Whole<0, 10_000>,
        target_continuing_areas: Whole<0, 10_000>,
        target_exit_percent: Whole<0, 100>,
        target_twelve_month_percent: Whole<0, 100>,
        seen: Seen,
    }
}

impl From<&Project> for ProjectForm {
    fn from(project: &Project) -> Self {
        Self::filled(|form| {
            form.name.set(project.name.clone());
            form.starts_on.set(project.starts_on);
            form.ends_on.set(project.ends_on);
            form.target_young_people.set(project.target_young_people);
            form.target_areas.set(project.target_areas);
            form.target_continuing_areas.set(project.target_continuing_areas);
            form.target_exit_percent.set(project.target_exit_percent);
            form.target_twelve_month_percent.set(project.target_twelve_month_percent);
        })
    }
}

impl ProjectForm {
    pub fn parse(&self) -> Result<NewProject, FieldErrors> {
        form::read(|errors| {
            let name = self.name.needed(errors, "error-name");
            let starts_on = self.starts_on.needed(errors, "partner-project-date");
            let ends_on = self.ends_on.needed(errors, "partner-project-date");
            let is_backwards = starts_on.zip(ends_on).is_some_and(|(starts, ends)| ends < starts);
            self.ends_on.refuse_if(errors, is_backwards, ProjectError::EndsBeforeItStarts);
            Some(NewProject {
                target_young_people: self.target_young_people.read(errors),
                target_areas: self.target_areas.read(errors),
                target_continuing_areas: self.target_continuing_areas.read(errors),
                target_exit_percent: self.target_exit_percent.read(errors),
                target_twelve_month_percent: self.target_twelve_month_percent.read(errors),
                name: name?,
                starts_on: starts_on?,
                ends_on: ends_on?,
            })
        })
    }
}

impl From<ProjectError> for FormError {
    fn from(error: ProjectError) -> Self {
        match error {
            ProjectError::Db(error) => error.into(),
            ProjectError::Changed(changed) => changed.into(),
            ProjectError::NotFound => AppError::NotFound.into(),
            refusal @ ProjectError::NameTaken => FieldErrors::on("name", refusal).into(),
            refusal @ ProjectError::EndsBeforeItStarts => FieldErrors::on("ends_on", refusal).into(),
        }
    }
}
