//! The industries a mentor works in, in order.

use std::fmt;

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which edition of the Danish industry classification: DB07, or DB25 that replaced it on 1 January 2025. Section letters
/// differ between the two, so a code is never told by its digits alone.
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

impl fmt::Display for IndustrySystem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_value())
    }
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
