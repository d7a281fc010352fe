//! What was done when a young person fell silent: one row for each step of each silence, with what came back.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::courses;

/// The steps, in the order in which they are taken.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SilenceStep {
    /// The mentor is reminded.
    Mentor,
    /// The young person is asked whether they are still there.
    YoungPerson,
    /// Somebody who agreed to pass a word on is to be rung.
    SecondRoute,
    /// Whoever referred is asked whether they can reach the young person.
    Referrer,
    /// Staff see to it.
    Staff,
}

crate::stored!(SilenceStep: "course-silence-step");

/// What somebody answered to a step.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SilenceAnswer {
    /// The young person is there, and wants to be rung.
    CallMe,
    Pause,
    NoLonger,
    /// Whoever referred rings the young person.
    WillCall,
    NewNumber,
}

crate::stored!(SilenceAnswer: "course-silence-answer");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "silence_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// The last meeting, the match, or the first day after a pause: what the silence counts from.
    pub since_on: Date,
    pub step: SilenceStep,
    pub taken_on: Date,
    pub answer: Option<SilenceAnswer>,
    pub answered_at: Option<DateTimeUtc>,
    /// When staff had seen to it.
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Steps to which staff are to see: their own, somebody to ring, and every answer but that somebody else rings.
pub fn for_staff() -> Condition {
    let own = Column::Step.is_in([SilenceStep::SecondRoute, SilenceStep::Staff]);
    let answered = Column::Answer.is_in([
        SilenceAnswer::CallMe,
        SilenceAnswer::Pause,
        SilenceAnswer::NoLonger,
        SilenceAnswer::NewNumber,
    ]);
    Condition::all().add(Column::DoneAt.is_null()).add(Condition::any().add(own).add(answered))
}

/// Steps in which whoever referred was asked, and has not answered.
pub fn for_referrer() -> Condition {
    let asked = Column::Step.eq(SilenceStep::Referrer);
    Condition::all().add(asked).add(Column::Answer.is_null()).add(Column::DoneAt.is_null())
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
