//! Tries to reach somebody for a survey.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};
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
    /// Says no to the survey: nobody asks again.
    #[sea_orm(string_value = "refused")]
    Refused,
    #[sea_orm(string_value = "voice_mail")]
    VoiceMail,
    /// Somebody else answered, who may pass a word on.
    #[sea_orm(string_value = "somebody_else")]
    SomebodyElse,
    /// Not now: asked again a week later at the earliest.
    #[sea_orm(string_value = "not_now")]
    NotNow,
    #[sea_orm(string_value = "call_back")]
    CallBack,
    /// No language in common, and nobody who interprets.
    #[sea_orm(string_value = "no_language")]
    NoLanguage,
    /// Ill, in prison, or where nobody can be reached.
    #[sea_orm(string_value = "unable")]
    Unable,
    /// Has died: nobody asks again.
    #[sea_orm(string_value = "dead")]
    Dead,
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
    /// The hour of the day in Denmark, where it is known.
    pub attempted_at: Option<Time>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// The message that was the try.
    pub message_id: Option<Uuid>,
    /// When they asked to be rung.
    pub call_back_on: Option<Date>,
    pub call_back_at: Option<Time>,
    /// The day from which it no longer counts, as it was written down wrongly.
    pub struck_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those that count.
pub fn counted() -> Condition {
    Condition::all().add(Column::StruckOn.is_null())
}

/// Those that counted on a day.
pub fn counted_on(day: Date) -> Condition {
    let stood = Condition::any().add(Column::StruckOn.is_null()).add(Column::StruckOn.gt(day));
    Condition::all().add(Column::AttemptedOn.lte(day)).add(stood)
}

/// Those in which somebody was told that the young person has died.
pub fn deaths() -> Condition {
    counted().add(Column::Result.eq(AttemptResult::Dead))
}

/// Whether somebody was told in a survey of the course that the young person has died, for a query on courses.
pub fn tells_of_a_death() -> Expr {
    let mut told = Query::select();
    told.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .cond_where(deaths());
    Expr::exists(told)
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
