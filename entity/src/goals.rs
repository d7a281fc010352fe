//! Steps on the way to the goal of a course.

use sea_orm::{Condition, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub position: i32,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub reached_on: Option<Date>,
    /// The day on which they set it, where that is known.
    pub set_on: Option<Date>,
    /// The day by which the two want it.
    pub due_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Steps whose day has come, and that are not reached.
pub fn due(today: Date) -> Condition {
    Condition::all().add(Column::ReachedOn.is_null()).add(Column::DueOn.lte(today))
}
