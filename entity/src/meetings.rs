//! Meetings held, cancelled or missed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::courses;

/// How the two met.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    #[sea_orm(string_value = "in_person")]
    InPerson,
    #[sea_orm(string_value = "phone")]
    Phone,
    #[sea_orm(string_value = "video")]
    Video,
    #[sea_orm(string_value = "message")]
    Message,
}

crate::stored!(Channel: "course-channel");

/// Whether a planned meeting took place.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    #[sea_orm(string_value = "held")]
    Held,
    #[sea_orm(string_value = "cancelled_by_mentee")]
    CancelledByMentee,
    #[sea_orm(string_value = "cancelled_by_mentor")]
    CancelledByMentor,
    #[sea_orm(string_value = "mentee_no_show")]
    MenteeNoShow,
    #[sea_orm(string_value = "mentor_no_show")]
    MentorNoShow,
}

crate::stored!(Attendance: "course-attendance");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub held_on: Date,
    pub minutes: Option<i32>,
    pub channel: Option<Channel>,
    pub attendance: Attendance,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub logged_by: Option<Uuid>,
    pub logged_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// Meetings that took place.
pub fn held() -> Select<Entity> {
    Entity::find().filter(Column::Attendance.eq(Attendance::Held))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
