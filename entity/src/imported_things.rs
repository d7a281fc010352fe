//! What a file brought in, or told something new of: a referral, a course or a mentor.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imported_things")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub thing_id: Uuid,
    pub import_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
