//! What mentors ask staff for advice about, and what they were answered.

use sea_orm::{Condition, entity::prelude::*};

use crate::courses;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "advice_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub asked_at: DateTimeUtc,
    /// Nobody where the mentor asked by a link.
    pub asked_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<Uuid>,
    /// For the mentor too.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What waits for an answer.
pub fn open() -> Condition {
    Condition::all().add(Column::AnsweredAt.is_null())
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
