//! What the two of a course expect, each side at most once, before they meet.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whose expectations.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum ExpectingSide {
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "young_person")]
    YoungPerson,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "expectations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub side: ExpectingSide,
    /// What they hope for.
    #[sea_orm(column_type = "Text")]
    pub hopes: String,
    /// With what they can help, or want help.
    #[sea_orm(column_type = "Text", nullable)]
    pub help: Option<String>,
    /// How they like to be in contact between meetings.
    #[sea_orm(column_type = "Text", nullable)]
    pub contact: Option<String>,
    pub answered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
