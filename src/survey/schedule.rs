//! Writes down which surveys will be asked, as courses end.

use chrono::{Months, NaiveDate};
use entity::{Course, consents::ConsentPurpose, courses, surveys, surveys::SurveyKind};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Alias, Expr, ExprTrait, OnConflict, Query},
};

use crate::{course, database::Database, referral::no_since};

/// Courses looked at in one transaction.
const AT_ONCE: u64 = 200;

/// Adds the surveys that are missing; how many courses got theirs. Safe to run twice. Nothing is planned for whoever says
/// no to being asked.
///
/// The exit survey is due on the last day, the twelve-month survey on the same calendar day a year later
/// (29 February becomes the 28th).
pub async fn schedule(db: &Database) -> Result<usize, DbErr> {
    let mut scheduled = 0;
    loop {
        let tx = db.begin().await?;
        let missing = without_surveys(&tx).await?;
        if missing.is_empty() {
            return Ok(scheduled);
        }
        let rows = missing.iter().flat_map(surveys_of);
        surveys::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([surveys::Column::CourseId, surveys::Column::Kind]).do_nothing().to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await?;
        scheduled += missing.len();
    }
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

async fn without_surveys(tx: &impl ConnectionTrait) -> Result<Vec<Course>, DbErr> {
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
        .filter(no_since(ConsentPurpose::Survey).is_null())
        .limit(AT_ONCE)
        .all(tx)
        .await
}

fn surveys_of(course: &Course) -> Vec<surveys::ActiveModel> {
    let Some(ended_on) = course.ended_on else { return Vec::new() };
    [(SurveyKind::Exit, ended_on), (SurveyKind::TwelveMonth, twelve_months_after(ended_on))]
        .map(|(kind, due_on)| surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            kind: Set(kind),
            due_on: Set(due_on),
            answered_on: Set(None),
            status: Set(None),
            answered_through: Set(None),
            entered_by: Set(None),
            not_reached_on: Set(None),
        })
        .into()
}

/// The same calendar day a year later, or the last day of that month.
pub fn twelve_months_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(day)
}
