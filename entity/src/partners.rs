//! Organisations that refer young people.

use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "partners")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub town: Option<String>,
    pub postcode: Option<String>,
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
    /// Where the municipality takes word of a concern for somebody under 18.
    pub municipality_phone: Option<String>,
    pub closed_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// All partners, by name.
pub fn by_name() -> Select<Entity> {
    Entity::find().order_by_asc(Column::Name)
}

/// Partners that still refer, by name.
pub fn open() -> Select<Entity> {
    by_name().filter(Column::ClosedOn.is_null())
}
