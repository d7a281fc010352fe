//! The pauses and extensions of a course, in one read.

use chrono::NaiveDate;
use entity::{course_extensions, course_pauses};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, UnionType},
};

use crate::course::Facts;

/// A pause, or an extension of the planned end.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Spell {
    pub is_pause: i32,
    /// The first day of the pause, or the end that was planned before.
    pub from_on: NaiveDate,
    /// The last day of the pause, or the end that is planned since.
    pub until_on: Option<NaiveDate>,
    pub reason: String,
}

impl Spell {
    pub fn is_pause(&self) -> bool {
        self.is_pause == 1
    }

    /// Whether this is a pause that goes on.
    pub fn is_going_on(&self, today: NaiveDate) -> bool {
        self.is_pause() && self.from_on <= today && self.until_on.is_none_or(|until| today <= until)
    }
}

/// The pauses and extensions of a course.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Spell>, DbErr> {
    let extensions = course_extensions::Entity::find()
        .select_only()
        .expr_as(Expr::cust("0"), "is_pause")
        .column_as(course_extensions::Column::PlannedEndBefore, "from_on")
        .column_as(course_extensions::Column::PlannedEndAfter, "until_on")
        .column(course_extensions::Column::Reason)
        .filter(course_extensions::Column::CourseId.eq(course_id))
        .into_query();
    let mut spells = course_pauses::Entity::find()
        .select_only()
        .expr_as(Expr::cust("1"), "is_pause")
        .columns([course_pauses::Column::FromOn, course_pauses::Column::UntilOn, course_pauses::Column::Reason])
        .filter(course_pauses::Column::CourseId.eq(course_id))
        .into_query();
    let statement = db.get_database_backend().build(spells.union(UnionType::All, extensions));
    let mut spells = Spell::find_by_statement(statement).all(db).await?;
    spells.sort_by_key(|spell| spell.from_on);
    Ok(spells)
}

/// What the state of one course is derived from, out of rows that were read already.
pub fn facts_of(held_on: impl Iterator<Item = NaiveDate>, spells: &[Spell], today: NaiveDate) -> Facts {
    let mut facts = Facts { is_paused: spells.iter().any(|spell| spell.is_going_on(today)), ..Facts::default() };
    for day in held_on {
        facts.held += 1;
        facts.last_held_on = facts.last_held_on.max(Some(day));
    }
    let over = spells.iter().filter(|spell| spell.is_pause()).filter_map(|spell| spell.until_on);
    facts.resumed_on = over.filter(|until| *until < today).max().and_then(|until| until.succ_opt());
    facts
}
