//! Ways to a person: their own addresses and numbers, and other people who agreed to pass a word on.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    mentors,
    messages::{AddresseeKind, Channel},
    partners, users, young_people,
};

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// The person's own address.
    Mail,
    /// The person's own number.
    Phone,
    /// Somebody near who agreed to pass a word on.
    SecondContact,
    /// Somebody who advises the person for a living, as at a job centre or a school.
    Adviser,
}

crate::stored!(WayKind: "contact-way");

impl From<Channel> for WayKind {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Mail => Self::Mail,
            Channel::Sms => Self::Phone,
        }
    }
}

/// What somebody else is to the young person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kinship {
    Parent,
    Sibling,
    Family,
    Partner,
    Friend,
    Professional,
    Other,
}

crate::stored!(Kinship: "contact-relation");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_ways")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To whom it leads: as of a message.
    pub owner: AddresseeKind,
    pub owner_id: Uuid,
    pub kind: WayKind,
    /// The address or the number; empty where nobody knows the number of somebody else.
    pub value: String,
    /// Of somebody else; empty for an own way.
    pub name: String,
    pub relation: Option<Kinship>,
    /// When somebody else agreed to be asked.
    pub agreed_on: Option<Date>,
    pub added_on: Date,
    /// When the person last answered by it, or said that it is right.
    pub confirmed_on: Option<Date>,
    /// Since when nothing arrives by it, and the word of why.
    pub died_on: Option<Date>,
    pub died_of: Option<String>,
    /// Who of staff found that; nobody where a message did.
    pub found_dead_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_finder() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::FoundDeadBy).to(users::Column::Id).into()
}

/// As of a message: whom it leads to is in one of four tables.
pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::OwnerId).to(users::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::OwnerId).to(mentors::Column::Id).into()
}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::OwnerId).to(young_people::Column::Id).into()
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::OwnerId).to(partners::Column::Id).into()
}
