//! What people decided about a pair at a matching meeting, which the plan must keep to.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// These two and no others.
    #[sea_orm(string_value = "locked")]
    Locked,
    /// Anybody but these two.
    #[sea_orm(string_value = "forbidden")]
    Forbidden,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pair_decisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub kind: DecisionKind,
    pub decided_by: Uuid,
    pub decided_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
