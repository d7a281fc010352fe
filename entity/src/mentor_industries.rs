//! The industries a mentor works in, in order.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which Danish industry code: DB07, or DB25 that replaced it on 1 January 2025.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(4))")]
#[serde(rename_all = "snake_case")]
pub enum IndustrySystem {
    #[serde(rename = "DB07")]
    #[sea_orm(string_value = "DB07")]
    Db07,
    #[serde(rename = "DB25")]
    #[sea_orm(string_value = "DB25")]
    Db25,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentor_industries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentor_id: Uuid,
    pub position: i32,
    pub system: IndustrySystem,
    pub code: String,
    pub division: String,
}

impl ActiveModelBehavior for ActiveModel {}
