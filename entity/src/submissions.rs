//! Forms that were carried out, by names that tell nothing of what was in them.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submissions")]
pub struct Model {
    /// Names who sent what where.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Names whose form it was and which rendering of it, whatever was in it.
    pub form: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
