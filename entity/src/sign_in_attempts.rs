//! Failed tries to sign in, by hashed account and address.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_key: String,
    pub address_key: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
