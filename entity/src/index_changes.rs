//! The order of committed changes of mentors, for the search index.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "index_changes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub sequence: i64,
    pub mentor_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
