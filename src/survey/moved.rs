//! A course that was opened again ends on another day, and its surveys are due by that one.

use chrono::NaiveDate;
use entity::{
    courses, past_endings,
    surveys::{self, Column, Entity, SurveyKind},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType,
    QueryFilter, QuerySelect, QueryTrait, prelude::Uuid,
};

use super::schedule::due_on;

/// The courses of which a survey is due by a day on which they do not end any more.
pub(super) async fn behind(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    Ok(stale(db, Condition::all()).await?.into_iter().map(|stale| stale.course_id).collect())
}

/// Moves the surveys of a course to the days that follow from its end. Safe to do twice.
pub(super) async fn follow_end(tx: &impl ConnectionTrait, course_id: Uuid) -> Result<(), DbErr> {
    for stale in stale(tx, Condition::all().add(Column::CourseId.eq(course_id))).await? {
        let moved = surveys::ActiveModel { id: Set(stale.id), due_on: Set(stale.due_on), ..Default::default() };
        moved.update(tx).await?;
    }
    Ok(())
}

struct Stale {
    id: Uuid,
    course_id: Uuid,
    /// The day by which it ought to be due.
    due_on: NaiveDate,
}

/// Of courses whose ending was taken back once: the surveys that nobody has given up or answered, whatever was tried before.
async fn stale(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Stale>, DbErr> {
    let reopened = past_endings::Entity::find().select_only().column(past_endings::Column::CourseId).into_query();
    let found: Vec<(Uuid, Uuid, SurveyKind, NaiveDate, NaiveDate)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::CourseId, Column::Kind, Column::DueOn])
        .column(courses::Column::EndedOn)
        .join(JoinType::InnerJoin, surveys::to_course())
        .filter(which)
        .filter(Column::CourseId.in_subquery(reopened))
        .filter(courses::Column::EndedOn.is_not_null())
        .filter(Column::AnsweredOn.is_null())
        .filter(Column::NotReachedOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let wanted = found.into_iter().map(|(id, course_id, kind, due, ended)| (id, course_id, due, due_on(kind, ended)));
    let stale = wanted.filter(|(_, _, due, wanted)| due != wanted);
    Ok(stale.map(|(id, course_id, _, due_on)| Stale { id, course_id, due_on }).collect())
}
