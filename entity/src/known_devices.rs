//! Browsers in which somebody has signed in before; only a hash of the token is kept, another for each person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "known_devices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub user_id: Uuid,
    pub used_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
