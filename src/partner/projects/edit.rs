//! A new project, and changes of one.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Project,
    projects::{self, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, SqlErr, prelude::Uuid};
use thiserror::Error;

use crate::{
    database::Database,
    form::ChangedMeanwhile,
    record::{Change, Row, row},
};

#[derive(Debug, Error)]
pub enum ProjectError {
    #[error("partner-project-missing")]
    NotFound,
    #[error("partner-project-name-taken")]
    NameTaken,
    #[error("partner-project-ends-before")]
    EndsBeforeItStarts,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(DbErr),
}

/// Two projects cannot share a name; the database keeps it.
impl From<DbErr> for ProjectError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::NameTaken,
            _ => Self::Db(error),
        }
    }
}

row! {
    /// A period with its targets; a target that nobody promised is nothing.
    pub struct NewProject of projects {
        columns {
            name: String,
            starts_on: NaiveDate,
            /// The last day.
            ends_on: NaiveDate,
            target_young_people: Option<i32>,
            target_areas: Option<i32>,
            /// Areas that are to go on after the project.
            target_continuing_areas: Option<i32>,
            /// Per cent in activity at the end of a course.
            target_exit_percent: Option<i32>,
            /// Per cent in activity twelve months later.
            target_twelve_month_percent: Option<i32>,
        }
    }
}

impl NewProject {
    fn check(&self) -> Result<(), ProjectError> {
        if self.ends_on < self.starts_on { Err(ProjectError::EndsBeforeItStarts) } else { Ok(()) }
    }
}

/// Writes down a new project.
pub async fn create(db: &Database, now: DateTime<Utc>, by: Uuid, new: NewProject) -> Result<Project, ProjectError> {
    new.check()?;
    let project = projects::ActiveModel { id: Set(Uuid::now_v7()), ..new.columns() };
    let tx = db.begin().await?;
    let project = projects::Entity::insert(project).exec_with_returning(&tx).await?;
    changed(project.id, "project-created", by).write(&tx, now).await?;
    tx.commit().await?;
    Ok(project)
}

/// Changes a project, if it is `unchanged` since somebody looked: its period decides which courses its figures count.
pub async fn change(
    db: &Database,
    now: DateTime<Utc>,
    by: Uuid,
    id: Uuid,
    new: NewProject,
    unchanged: impl FnOnce(&Project) -> Result<(), ChangedMeanwhile>,
) -> Result<(), ProjectError> {
    new.check()?;
    let tx = db.begin().await?;
    let project = projects::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    unchanged(&project.ok_or(ProjectError::NotFound)?)?;
    projects::Entity::update_many().set(new.columns()).filter(Column::Id.eq(id)).exec(&tx).await?;
    changed(id, "project-changed", by).write(&tx, now).await?;
    Ok(tx.commit().await?)
}

fn changed(id: Uuid, action: &'static str, by: Uuid) -> Change {
    Change { subject: "partner", subject_id: id, action, by: Some(by), ..Default::default() }
}
