//! Each try to reach somebody for a follow-up, with what was said. Nothing of it is ever rewritten: what was wrong is replaced by
//! a row that says so, and what was known on a past day can be told.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{
    contact_attempts::{AttemptChannel, AttemptResult},
    follow_ups,
};

/// How the other one is, in five steps, as whoever rang heard it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Mood {
    VeryGood,
    Good,
    Mixed,
    Poor,
    Bad,
}

crate::stored!(Mood: "follow-up-mood");

/// What a review came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Review {
    GoOn,
    Change,
    Stop,
}

crate::stored!(Review: "follow-up-review");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_tries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub follow_up_id: Uuid,
    pub tried_at: DateTimeUtc,
    pub channel: AttemptChannel,
    /// Answered is reached; anything else says why not.
    pub result: AttemptResult,
    /// For staff alone.
    #[sea_orm(column_type = "Text", nullable)]
    pub said: Option<String>,
    pub mood: Option<Mood>,
    /// Whether a job or an education has begun.
    pub has_begun: bool,
    pub review: Option<Review>,
    /// What is to be done next, and when.
    pub step: Option<String>,
    pub step_on: Option<Date>,
    pub step_done_on: Option<Date>,
    pub step_done_by: Option<Uuid>,
    pub told_by: Uuid,
    pub told_at: DateTimeUtc,
    /// From 1 on within its follow-up: of two that are written at once one is refused.
    pub number: i32,
    /// The row that this one corrects.
    pub replaces: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is held to be so: rows that no other corrects.
pub fn current() -> Condition {
    const LATER: &str = "later_try";
    let mut later = Query::select();
    later
        .expr(Expr::val(1))
        .from_as(Entity, LATER)
        .and_where(Expr::col((LATER, Column::Replaces)).equals((Entity, Column::Id)));
    Condition::all().add(Expr::exists(later).not())
}

/// Next steps whose day has come, of what is held to be so.
pub fn steps_due(day: Date) -> Condition {
    current().add(Column::StepOn.lte(day)).add(Column::StepDoneOn.is_null())
}

pub fn to_follow_up() -> RelationDef {
    Entity::belongs_to(follow_ups::Entity).from(Column::FollowUpId).to(follow_ups::Column::Id).into()
}
