//! Text in, types out.

use entity::Project;
use serde::Deserialize;

use super::{NewProject, ProjectError};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError},
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProjectForm {
    pub name: String,
    pub starts_on_day: String,
    pub starts_on_month: String,
    pub starts_on_year: String,
    pub ends_on_day: String,
    pub ends_on_month: String,
    pub ends_on_year: String,
    pub target_young_people: String,
    pub target_areas: String,
    pub target_continuing_areas: String,
    pub target_exit_percent: String,
    pub target_twelve_month_percent: String,
}

impl From<&Project> for ProjectForm {
    fn from(project: &Project) -> Self {
        let (starts, ends) = (DateParts::from(project.starts_on), DateParts::from(project.ends_on));
        let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        Self {
            name: project.name.clone(),
            starts_on_day: starts.day,
            starts_on_month: starts.month,
            starts_on_year: starts.year,
            ends_on_day: ends.day,
            ends_on_month: ends.month,
            ends_on_year: ends.year,
            target_young_people: number(project.target_young_people),
            target_areas: number(project.target_areas),
            target_continuing_areas: number(project.target_continuing_areas),
            target_exit_percent: number(project.target_exit_percent),
            target_twelve_month_percent: number(project.target_twelve_month_percent),
        }
    }
}

impl ProjectForm {
    pub fn starts_on(&self) -> DateParts {
        DateParts::new(&self.starts_on_day, &self.starts_on_month, &self.starts_on_year)
    }

    pub fn ends_on(&self) -> DateParts {
        DateParts::new(&self.ends_on_day, &self.ends_on_month, &self.ends_on_year)
    }

    pub fn parse(&self) -> Result<NewProject, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.needed_line("name", &self.name, 120, "error-name");
        let starts_on = errors.needed_day("starts_on", &self.starts_on(), "partner-project-date");
        let ends_on = errors.needed_day("ends_on", &self.ends_on(), "partner-project-date");
        let is_backwards = starts_on.zip(ends_on).is_some_and(|(starts, ends)| ends < starts);
        errors.refuse_if("ends_on", is_backwards, ProjectError::EndsBeforeItStarts);
        let mut target = |field, typed: &str, most| errors.whole(field, typed, 0..=most, "partner-project-target");
        let new = NewProject {
            name,
            starts_on: starts_on.unwrap_or_default(),
            ends_on: ends_on.unwrap_or_default(),
            target_young_people: target("target_young_people", &self.target_young_people, 100_000),
            target_areas: target("target_areas", &self.target_areas, 10_000),
            target_continuing_areas: target("target_continuing_areas", &self.target_continuing_areas, 10_000),
            target_exit_percent: target("target_exit_percent", &self.target_exit_percent, 100),
            target_twelve_month_percent: target("target_twelve_month_percent", &self.target_twelve_month_percent, 100),
        };
        errors.done(Some(new))
    }
}

impl From<ProjectError> for FormError {
    fn from(error: ProjectError) -> Self {
        match error {
            ProjectError::Db(error) => error.into(),
            ProjectError::NotFound => AppError::NotFound.into(),
            refusal @ ProjectError::NameTaken => FieldErrors::on("name", refusal).into(),
            refusal @ ProjectError::EndsBeforeItStarts => FieldErrors::on("ends_on", refusal).into(),
        }
    }
}
