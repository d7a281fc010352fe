//! Words of wishes that led to no industry, kept without the person who said them.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "unknown_words")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In small letters, as it was spelt.
    pub word: String,
    pub first_seen_on: Date,
    /// Staff found that it says nothing about an industry.
    pub passed_over_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
