//! Tries to reach somebody for a survey.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{courses, surveys};

/// How somebody was tried to be reached.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum AttemptChannel {
    #[sea_orm(string_value = "phone")]
    Phone,
    #[sea_orm(string_value = "sms")]
    Sms,
    #[sea_orm(string_value = "email")]
    Email,
    #[sea_orm(string_value = "in_person")]
    InPerson,
}

crate::stored!(AttemptChannel: "survey-channel");

/// What came of the try.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum AttemptResult {
    #[sea_orm(string_value = "answered")]
    Answered,
    #[sea_orm(string_value = "no_answer")]
    NoAnswer,
    #[sea_orm(string_value = "number_not_in_use")]
    NumberNotInUse,
    #[sea_orm(string_value = "bounced")]
    Bounced,
    #[sea_orm(string_value = "refused")]
    Refused,
}

crate::stored!(AttemptResult: "survey-result");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub kind: surveys::SurveyKind,
    pub attempted_on: Date,
    pub channel: AttemptChannel,
    pub result: AttemptResult,
    pub attempted_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
