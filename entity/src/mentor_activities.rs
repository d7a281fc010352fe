//! What a mentor took part in: onboarding, courses, supervision, exchange.

use sea_orm::entity::prelude::*;

/// What it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum ActivityKind {
    Onboarding,
    Course,
    Supervision,
    /// Mentors meet each other.
    Exchange,
}

crate::stored!(ActivityKind: "mentor-activity");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentor_activities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentor_id: Uuid,
    pub kind: ActivityKind,
    pub held_on: Date,
    pub minutes: i32,
    pub title: Option<String>,
    pub added_by: Uuid,
    pub added_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
