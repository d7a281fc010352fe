//! What somebody does not want to be written about any more, and when they said so.

use sea_orm::entity::prelude::*;

use crate::{
    mentors,
    messages::{AddresseeKind, Category, Channel},
    partners, users, young_people,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "opt_outs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub addressee: AddresseeKind,
    pub addressee_id: Uuid,
    pub category: Category,
    /// By this way alone; nothing: by whatever way.
    pub channel: Option<Channel>,
    pub since: DateTimeUtc,
    /// When they wanted it again.
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// As of a message: whoever said so is in one of four tables.
pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::AddresseeId).to(users::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::AddresseeId).to(mentors::Column::Id).into()
}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::AddresseeId).to(young_people::Column::Id).into()
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::AddresseeId).to(partners::Column::Id).into()
}
