//! Words that staff added to the vocabulary of industries.

use sea_orm::entity::prelude::*;

use crate::{mentor_industries, users};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vocabulary_words")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In small letters; one word or a few.
    pub word: String,
    pub system: mentor_industries::IndustrySystem,
    /// A division, or finer: `62`, `62.10`.
    pub code: String,
    pub added_by: Option<Uuid>,
    pub added_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::AddedBy).to(users::Column::Id).into()
}
