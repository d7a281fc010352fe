//! Each opening of a journal.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::users;

/// Why a journal was opened.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))")]
#[serde(rename_all = "snake_case")]
pub enum ReadingPurpose {
    #[sea_orm(string_value = "matching")]
    Matching,
    #[sea_orm(string_value = "course_follow_up")]
    CourseFollowUp,
    #[sea_orm(string_value = "survey")]
    Survey,
    #[sea_orm(string_value = "referral")]
    Referral,
    #[sea_orm(string_value = "support")]
    Support,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub user_id: Uuid,
    pub role: users::Role,
    pub purpose: ReadingPurpose,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
