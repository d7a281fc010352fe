//! When a planned end was moved, and why.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "course_extensions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub planned_end_before: Date,
    pub planned_end_after: Date,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub extended_at: DateTimeUtc,
    pub extended_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
