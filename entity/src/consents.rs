//! What a young person agreed to or said no to, and when a yes was taken back.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::young_people;

/// What a consent allows.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))")]
#[serde(rename_all = "snake_case")]
pub enum ConsentPurpose {
    #[sea_orm(string_value = "mentor_course")]
    MentorCourse,
    #[sea_orm(string_value = "survey")]
    Survey,
    /// Being interviewed for an evaluation.
    #[sea_orm(string_value = "interview")]
    Interview,
}

crate::stored!(ConsentPurpose: "referral-consent");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub referral_id: Uuid,
    pub purpose: ConsentPurpose,
    pub text_version: i32,
    pub given_on: Date,
    pub withdrawn_on: Option<Date>,
    /// False for a no from the start; both days are then the day of that no.
    pub was_given: bool,
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::YoungPersonId).to(young_people::Column::Id).into()
}
