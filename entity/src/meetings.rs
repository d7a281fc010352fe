//! Meetings held, cancelled or missed.

use sea_orm::{Condition, entity::prelude::*};
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
    /// The mentor who wrote it down by a link, without a sign-in.
    pub logged_by_mentor: Option<Uuid>,
    pub logged_at: DateTimeUtc,
    /// The day from which the platform knew it as it stands; its own day where nothing is said.
    pub known_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Meetings that took place.
pub fn held() -> Select<Entity> {
    Entity::find().filter(Column::Attendance.eq(Attendance::Held))
}

/// Meetings of which it was known by a day that they lay before it or on it, as they stand now.
pub fn known_by(day: Date) -> Condition {
    let in_time = Condition::any().add(Column::KnownOn.is_null()).add(Column::KnownOn.lte(day));
    Condition::all().add(Column::HeldOn.lte(day)).add(in_time)
}

/// Meetings that lay before a day or on it, of which that was known only after it.
pub fn known_after(day: Date) -> Condition {
    Condition::all().add(Column::HeldOn.lte(day)).add(Column::KnownOn.gt(day))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
