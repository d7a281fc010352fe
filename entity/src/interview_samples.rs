//! Samples drawn for an evaluator: who drew, by which rule and seed, out of what. Never changed.

use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interview_samples")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The version of the rule by which it was drawn (docs/adr/0073).
    pub rule: i32,
    pub seed: String,
    /// Among whom: the courses that ended from the one day to the other, of one partner or of all.
    pub from_on: Date,
    pub to_on: Date,
    pub partner_id: Option<Uuid>,
    pub drawn_at: DateTimeUtc,
    pub drawn_by: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn newest_first() -> Select<Entity> {
    Entity::find().order_by_desc(Column::DrawnAt).order_by_desc(Column::Id)
}
