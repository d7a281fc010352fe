//! Meetings as they stood before they were corrected or removed. What was noted of them is not kept.

use sea_orm::{Condition, entity::prelude::*};

use crate::{courses, meetings::Attendance};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "past_meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The meeting, which may be gone.
    pub meeting_id: Uuid,
    pub course_id: Uuid,
    pub held_on: Date,
    pub attendance: Attendance,
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
