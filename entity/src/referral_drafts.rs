//! What a referrer typed and has not sent yet.

use sea_orm::entity::prelude::*;

use crate::users;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub user_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub form: Json,
    pub created_at: DateTimeUtc,
    pub saved_at: DateTimeUtc,
    /// The page that saved it last; empty where that did not say.
    pub tab: String,
    /// When that was typed, by the clock of the browser, in milliseconds.
    pub turn: i64,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id).into()
}
