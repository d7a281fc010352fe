//! Text in, types out.

use chrono::NaiveDate;
use entity::Project;
use serde::Deserialize;
use validator::Validate;

use super::{NewProject, ProjectError};
use crate::{
    error::AppError,
    web::{DateParts, FieldErrors, FormError, typed},
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ProjectForm {
    #[validate(length(min = 1, max = 120, message = "error-name"))]
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
        let form = Self { name: typed::line(&self.name), ..self.clone() };
        let mut errors = form.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let (starts_on, ends_on) = (self.starts_on().date(), self.ends_on().date());
        for (field, date) in [("starts_on", starts_on), ("ends_on", ends_on)] {
            if date.is_none() {
                errors.add(field, "partner-project-date");
            }
        }
        let mut number = |field, typed: &str, most| {
            let number = target(typed, most);
            if number.is_none() && !typed.trim().is_empty() {
                errors.add_with(field, "partner-project-target", vec![("max", most.to_string())]);
            }
            number
        };
        let new = NewProject {
            name: form.name,
            starts_on: starts_on.unwrap_or(NaiveDate::MIN),
            ends_on: ends_on.unwrap_or(NaiveDate::MAX),
            target_young_people: number("target_young_people", &self.target_young_people, 100_000),
            target_areas: number("target_areas", &self.target_areas, 10_000),
            target_continuing_areas: number("target_continuing_areas", &self.target_continuing_areas, 10_000),
            target_exit_percent: number("target_exit_percent", &self.target_exit_percent, 100),
            target_twelve_month_percent: number("target_twelve_month_percent", &self.target_twelve_month_percent, 100),
        };
        errors.into_result()?;
        Ok(new)
    }
}

/// A whole number from 0 to `most`.
fn target(typed: &str, most: i32) -> Option<i32> {
    typed.trim().parse().ok().filter(|number| (0..=most).contains(number))
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
