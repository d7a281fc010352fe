//! Funding periods with their targets.

use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "projects")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub starts_on: Date,
    pub ends_on: Date,
    pub target_young_people: Option<i32>,
    pub target_areas: Option<i32>,
    pub target_continuing_areas: Option<i32>,
    pub target_exit_percent: Option<i32>,
    pub target_twelve_month_percent: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn newest_first() -> Select<Entity> {
    Entity::find().order_by_desc(Column::StartsOn)
}
