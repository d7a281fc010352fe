//! The young people who were referred.

use sea_orm::entity::prelude::*;

use crate::{Words, mentors, referrals};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "young_people")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub name: String,
    pub birth_date: Date,
    pub gender: Option<mentors::Gender>,
    pub phone: Option<String>,
    pub email: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Words,
    pub contact_preference: Option<mentors::ContactPreference>,
    pub guardian_name: Option<String>,
    pub guardian_phone: Option<String>,
    pub merged_into: Option<Uuid>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_referrals() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::Id).to(referrals::Column::YoungPersonId).into()
}
