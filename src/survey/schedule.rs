//! Writes down which surveys will be asked, as courses end.

use chrono::{Months, NaiveDate};
use entity::{Course, consents::ConsentPurpose, courses, surveys, surveys::SurveyKind};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    Select,
    prelude::Uuid,
    sea_query::{Alias, Expr, ExprTrait, OnConflict, Query},
};

use super::moved::{behind, follow_end};
use crate::{course, database::Database, referral::has_not_said_no};

/// Adds the surveys that are missing, and moves those of courses that end on another day now. Safe to run twice.
pub async fn schedule(db: &Database) -> Result<usize, DbErr> {
    let found = to_schedule(db).await?;
    for id in &found {
        let tx = db.begin().await?;
        schedule_for(&tx, *id).await?;
        tx.commit().await?;
    }
    Ok(found.len())
}

/// Adds the surveys of one course, unless it has them, or moves them to its end. Nothing is planned for whoever says no to being asked.
///
/// The exit survey is due on the last day, the twelve-month survey on the same calendar day a year later
/// (29 February becomes the 28th).
pub async fn schedule_for(tx: &impl ConnectionTrait, course_id: Uuid) -> Result<(), DbErr> {
    follow_end(tx, course_id).await?;
    let Some(course) = missing().filter(courses::Column::Id.eq(course_id)).one(tx).await? else { return Ok(()) };
    let once = OnConflict::columns([surveys::Column::CourseId, surveys::Column::Kind]).do_nothing().to_owned();
    let rows = surveys_of(&course);
    if !rows.is_empty() {
        surveys::Entity::insert_many(rows).on_conflict(once).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The courses that are asked about and lack a survey, or whose surveys are due by an end that was taken back.
pub async fn to_schedule(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let mut found: Vec<Uuid> = missing().select_only().column(courses::Column::Id).into_tuple().all(db).await?;
    found.extend(behind(db).await?);
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The courses that are asked about: completed, and no rematch followed.
pub fn asked() -> Condition {
    let followed = Query::select()
        .expr(Expr::val(1))
        .from_as(courses::Entity, Alias::new("later"))
        .and_where(
            Expr::col((Alias::new("later"), courses::Column::RematchOf)).equals((courses::Entity, courses::Column::Id)),
        )
        .to_owned();
    course::is_of_class(course::Class::Completed).add(Expr::exists(followed).not())
}

fn missing() -> Select<courses::Entity> {
    let has = |kind: SurveyKind| {
        let own = surveys::Entity::find()
            .filter(
                Expr::col((surveys::Entity, surveys::Column::CourseId)).equals((courses::Entity, courses::Column::Id)),
            )
            .filter(surveys::Column::Kind.eq(kind));
        Expr::exists(own.into_query())
    };
    let missing = has(SurveyKind::Exit).not().or(has(SurveyKind::TwelveMonth).not());
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(asked())
        .filter(missing)
        .filter(has_not_said_no(ConsentPurpose::Survey))
}

fn surveys_of(course: &Course) -> Vec<surveys::ActiveModel> {
    let Some(ended_on) = course.ended_on else { return Vec::new() };
    [SurveyKind::Exit, SurveyKind::TwelveMonth]
        .map(|kind| surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            kind: Set(kind),
            due_on: Set(due_on(kind, ended_on)),
            answered_on: Set(None),
            status: Set(None),
            answered_through: Set(None),
            entered_by: Set(None),
            not_reached_on: Set(None),
            answer_known_on: Set(None),
        })
        .into()
}

/// The day from which is asked after a course that ended on a day.
pub fn due_on(kind: SurveyKind, ended_on: NaiveDate) -> NaiveDate {
    match kind {
        SurveyKind::Exit => ended_on,
        SurveyKind::TwelveMonth => twelve_months_after(ended_on),
    }
}

/// The same calendar day a year later, or the last day of that month.
pub fn twelve_months_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(day)
}
