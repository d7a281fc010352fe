//! Each time a message was held back: since when, why, and until when.

use sea_orm::entity::prelude::*;

use crate::messages;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "withholdings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub message_id: Uuid,
    pub at: DateTimeUtc,
    pub reason: String,
    pub until: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_message() -> RelationDef {
    Entity::belongs_to(messages::Entity).from(Column::MessageId).to(messages::Column::Id).into()
}
