//! Endings of courses that were taken back or told otherwise later: what was known of a course for a while.

use sea_orm::{Condition, entity::prelude::*};

use crate::{
    courses::{self, CourseClass, EndedBy},
    referrals,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "past_endings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// What the course was planned for then.
    pub planned_end_on: Date,
    pub ended_on: Date,
    pub ended_by: Option<EndedBy>,
    pub interruption_reason: Option<referrals::Reason>,
    pub class_override: Option<CourseClass>,
    /// The day from which the platform knew it.
    pub known_on: Date,
    /// The day from which it was no longer so.
    pub until_on: Date,
}

impl ActiveModelBehavior for ActiveModel {}

/// What counted on a day and does not any more.
pub fn past_on(day: Date) -> Condition {
    Condition::all().add(Column::KnownOn.lte(day)).add(Column::UntilOn.gt(day))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
