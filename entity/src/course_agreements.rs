//! What the two of a course have agreed: a version for each change, which both confirm.

use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "course_agreements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// Counted from one within a course; the highest holds.
    pub version: i32,
    #[sea_orm(column_type = "Text")]
    pub goal: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub role_agreement: Option<String>,
    pub rhythm_days: Option<i32>,
    pub rhythm: Option<String>,
    /// How they write and ring between their meetings.
    #[sea_orm(column_type = "Text", nullable)]
    pub contact: Option<String>,
    /// Whom either turns to when something is wrong.
    #[sea_orm(column_type = "Text", nullable)]
    pub complaints: Option<String>,
    pub made_at: DateTimeUtc,
    pub made_by: Option<Uuid>,
    pub mentor_confirmed_at: Option<DateTimeUtc>,
    pub mentee_confirmed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The versions of a course, the one that holds first.
pub fn of_course(course_id: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::CourseId.eq(course_id)).order_by_desc(Column::Version)
}
