//! Meetings at which staff plan the matches of everybody waiting.

use sea_orm::entity::prelude::*;

use crate::users;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "matching_meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub opened_at: DateTimeUtc,
    pub opened_by: Uuid,
    pub solved_at: Option<DateTimeUtc>,
    /// What the plan costs in all; of meaning only beside another plan for the same people.
    pub total: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision: Option<String>,
    pub closed_at: Option<DateTimeUtc>,
    pub closed_by: Option<Uuid>,
    /// Grows with each decision about a pair.
    pub version: i32,
    /// The version that the plan was made at.
    pub solved_version: i32,
    /// When a plan was asked for that is not made yet: a job makes it.
    pub asked_at: Option<DateTimeUtc>,
    /// How many of those waiting have been weighed for it, of how many.
    pub weighed: i32,
    pub to_weigh: i32,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_opener() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::OpenedBy).to(users::Column::Id).into()
}
