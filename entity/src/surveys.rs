//! Exit and twelve-month surveys of activity status.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::courses;

/// At the end of the course, or twelve months later.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum SurveyKind {
    #[sea_orm(string_value = "exit")]
    Exit,
    #[sea_orm(string_value = "twelve_month")]
    TwelveMonth,
}

crate::stored!(SurveyKind: "survey-kind");

/// What the young person does now; the last two were asked but count as unknown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum ActivityStatus {
    #[sea_orm(string_value = "job")]
    Job,
    #[sea_orm(string_value = "education")]
    Education,
    #[sea_orm(string_value = "apprenticeship")]
    Apprenticeship,
    #[sea_orm(string_value = "internship")]
    Internship,
    #[sea_orm(string_value = "seeking_job")]
    SeekingJob,
    #[sea_orm(string_value = "seeking_education")]
    SeekingEducation,
    #[sea_orm(string_value = "seeking_apprenticeship")]
    SeekingApprenticeship,
    #[sea_orm(string_value = "other")]
    Other,
    #[sea_orm(string_value = "declined")]
    Declined,
    #[sea_orm(string_value = "dont_know")]
    DontKnow,
}

crate::stored!(ActivityStatus: "activity");

/// How a survey answer came in.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum AnsweredThrough {
    #[sea_orm(string_value = "phone")]
    Phone,
    #[sea_orm(string_value = "link")]
    Link,
    #[sea_orm(string_value = "import")]
    Import,
}

crate::stored!(AnsweredThrough: "survey-mode");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "surveys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub kind: SurveyKind,
    pub due_on: Date,
    pub answered_on: Option<Date>,
    pub status: Option<ActivityStatus>,
    pub answered_through: Option<AnsweredThrough>,
    pub entered_by: Option<Uuid>,
    pub not_reached_on: Option<Date>,
    /// The day from which the platform knew the answer; the day it was given where nothing is said.
    pub answer_known_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
