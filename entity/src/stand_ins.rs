//! Who stands in for the mentor of a course who is away: from a day to a day, both included. One that is ended before its time
//! stays as a row.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};

use crate::{courses, mentors};

/// Days after the last one in which the course can still be opened, to write down what was.
pub const GRACE_DAYS: i64 = 7;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "stand_ins")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// Whoever stands in.
    pub mentor_id: Uuid,
    pub from_on: Date,
    pub until_on: Date,
    pub named_at: DateTimeUtc,
    pub named_by: Uuid,
    /// When staff ended it before its time: from then on it opens nothing.
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether it covers a day.
    pub fn covers(&self, day: Date) -> bool {
        self.from_on <= day && day <= self.until_on
    }
}

/// Those that nobody has ended.
pub fn kept() -> Condition {
    Condition::all().add(Column::EndedAt.is_null())
}

/// Of those that nobody has ended, the ones that have a day in common with these.
pub fn between(from: Date, until: Date) -> Condition {
    kept().add(Column::FromOn.lte(until)).add(Column::UntilOn.gte(from))
}

/// Whether a mentor stands in by one that has a day in common with these, for a query on courses.
pub fn of_mentor(mentor: Uuid, from: Date, until: Date) -> Expr {
    let mut theirs = Query::select();
    theirs
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .and_where(Expr::col((Entity, Column::MentorId)).eq(mentor))
        .cond_where(between(from, until));
    Expr::exists(theirs)
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}
