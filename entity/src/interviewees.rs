//! Who was drawn to be interviewed, and what came of it.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{courses, interview_strata::Stratum, mentors, users};

/// What somebody says who was invited.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))")]
#[serde(rename_all = "snake_case")]
pub enum InterviewAnswer {
    #[sea_orm(string_value = "yes")]
    Yes,
    #[sea_orm(string_value = "no")]
    No,
}

crate::stored!(InterviewAnswer: "interview-answer");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interviewees")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub sample_id: Uuid,
    pub stratum: Stratum,
    /// The order in which they were drawn, from one on.
    pub position: i32,
    /// The course by which they are in it; the young person is that of its referral.
    pub course_id: Uuid,
    /// Of a mentor.
    pub mentor_id: Option<Uuid>,
    /// Of somebody who referred.
    pub user_id: Option<Uuid>,
    pub invited_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub says: Option<InterviewAnswer>,
    /// When and how they would like to be contacted, in their words.
    #[sea_orm(column_type = "Text", nullable)]
    pub wishes: Option<String>,
    /// Whoever wrote the answer down; nobody where it was given behind the link.
    pub answer_by: Option<Uuid>,
    pub interviewed_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The young people among them.
pub fn of_young_people() -> Condition {
    Condition::all().add(Column::Stratum.is_in([Stratum::Completed, Stratum::Interrupted]))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id).into()
}
