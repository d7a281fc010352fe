//! When a young person was told what a mentor course is and is not. Of a referral at most once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Who says so.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum PreparedBy {
    #[sea_orm(string_value = "young_person")]
    YoungPerson,
    #[sea_orm(string_value = "referrer")]
    Referrer,
    #[sea_orm(string_value = "staff")]
    Staff,
}

crate::stored!(PreparedBy: "preparation-by");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "preparations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: Uuid,
    pub prepared_on: Date,
    pub prepared_by: PreparedBy,
    /// Nobody where it is the young person, who has no sign-in.
    pub entered_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
