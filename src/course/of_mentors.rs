//! What became of the courses of mentors, for many of them at once.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Course,
    courses::{Column, CourseClass, Entity},
    referrals::Reason,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Order, Query, SelectStatement},
};

use super::{class::class_of, state_filter::held_count};

/// The courses of a mentor.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfMentor {
    /// How many run.
    pub running: u32,
    pub last: Option<LastCourse>,
}

/// The course of a mentor that ended last.
#[derive(Clone, Copy, Debug)]
pub struct LastCourse {
    pub id: Uuid,
    pub ended_on: NaiveDate,
    pub class: CourseClass,
    /// Why it did not run to its end, where that was said.
    pub reason: Option<Reason>,
}

#[derive(FromQueryResult)]
struct WithMeetings {
    #[sea_orm(nested)]
    course: Course,
    held: i64,
}

/// The courses of these mentors, by mentor: one query. A mentor without any is not among them.
pub async fn of_mentors(db: &impl ConnectionTrait, mentors: &[Uuid]) -> Result<HashMap<Uuid, OfMentor>, DbErr> {
    let is_last = Expr::col((Entity, Column::Id)).eq(Expr::from(last_ended()));
    let rows = Entity::find()
        .expr_as(held_count(), "held")
        .filter(Column::MentorId.is_in(mentors.iter().copied()))
        .filter(Column::EndedOn.is_null().or(is_last))
        .into_model::<WithMeetings>()
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, OfMentor> = HashMap::new();
    for WithMeetings { course, held } in rows {
        let own = found.entry(course.mentor_id).or_default();
        match last_course(&course, u32::try_from(held).unwrap_or_default()) {
            Some(last) => own.last = Some(last),
            None => own.running += 1,
        }
    }
    Ok(found)
}

/// Nothing while the course runs.
fn last_course(course: &Course, held: u32) -> Option<LastCourse> {
    let (ended_on, class) = (course.ended_on?, class_of(course, held)?);
    let reason = course.interruption_reason.filter(|_| class != CourseClass::Completed);
    Some(LastCourse { id: course.id, ended_on, class, reason })
}

/// Of the mentor of the row around this.
fn last_ended() -> SelectStatement {
    let other = |column: Column| Expr::col(("other", column));
    let mut last = Query::select();
    last.expr(other(Column::Id))
        .from_as(Entity, "other")
        .and_where(other(Column::MentorId).equals((Entity, Column::MentorId)))
        .and_where(other(Column::EndedOn).is_not_null())
        .order_by(("other", Column::EndedOn), Order::Desc)
        .order_by(("other", Column::Id), Order::Desc)
        .limit(1);
    last
}
