//! The areas a partner works in.

use sea_orm::{QueryOrder, entity::prelude::*};

use crate::partners;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "housing_areas")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub partner_id: Uuid,
    pub closed_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The areas of a partner, by name.
pub fn of_partner(partner_id: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::PartnerId.eq(partner_id)).order_by_asc(Column::Name)
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::PartnerId).to(partners::Column::Id).into()
}
