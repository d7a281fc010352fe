//! The clock finds the mentors who can be told, and tells each once a year.

use std::collections::BTreeSet;

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::{
    courses, mentors,
    surveys::{self, Column, SurveyKind},
    year_letter_surveys, year_letters,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    QueryTrait, prelude::Uuid,
};

use super::{
    figures::{Figures, Told, may_be_told, told},
    letters,
};
use crate::{backlog::Due, clock::local_date, message};

/// The mentor and the course of a survey, when it was due, answered, and given up.
type Closed = (Uuid, Uuid, NaiveDate, Option<NaiveDate>, Option<NaiveDate>);

/// Months after which a survey without an answer is taken as closed.
const OPEN_MONTHS: u32 = 2;
/// A survey that was due longer ago gives no occasion to write any more.
const LATELY_MONTHS: u32 = 6;

/// Surveys of a year later that were answered or closed lately, for a query that joins their courses.
fn closed_lately(today: NaiveDate) -> Condition {
    let is_closed = Condition::any()
        .add(Column::AnsweredOn.is_not_null())
        .add(Column::NotReachedOn.is_not_null())
        .add(Column::DueOn.lte(today - Months::new(OPEN_MONTHS)));
    Condition::all()
        .add(Column::Kind.eq(SurveyKind::TwelveMonth))
        .add(Column::DueOn.gt(today - Months::new(LATELY_MONTHS)))
        .add(Column::DueOn.lte(today))
        .add(is_closed)
}

/// The mentors of such surveys who were told nothing in the last year, and to whom something may be told: each since its survey was
/// answered or closed.
pub async fn to_tell(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Due>, DbErr> {
    let today = local_date(now);
    let due = due(db, today, None).await?;
    let mentors: BTreeSet<Uuid> = due.iter().map(|due| due.id).collect();
    let told = may_be_told(db, today, &mentors).await?;
    Ok(due.into_iter().filter(|due| told.contains(&due.id)).collect())
}

async fn due(db: &impl ConnectionTrait, today: NaiveDate, only: Option<Uuid>) -> Result<Vec<Due>, DbErr> {
    let lately = year_letters::Entity::find()
        .filter(year_letters::Column::ToldOn.gt(today - Months::new(12)))
        .select_only()
        .column(year_letters::Column::MentorId)
        .into_query();
    let found = surveys::Entity::find()
        .join(JoinType::InnerJoin, surveys::to_course())
        .filter(closed_lately(today))
        .filter(courses::Column::MentorId.not_in_subquery(lately))
        .filter(Condition::all().add_option(only.map(|id| courses::Column::MentorId.eq(id))))
        .select_only()
        .columns([courses::Column::MentorId, courses::Column::Id])
        .columns([Column::DueOn, Column::AnsweredOn, Column::NotReachedOn]);
    let found: Vec<Closed> = found.into_tuple().all(db).await?;
    let closed = |(id, of, due_on, answered_on, not_reached_on)| {
        let known = [answered_on, not_reached_on].into_iter().flatten();
        Due { id, of, on: known.fold(due_on + Months::new(OPEN_MONTHS), std::cmp::Ord::min) }
    };
    Ok(found.into_iter().map(closed).collect())
}

/// Writes to one of them what may be told. Safe to do twice.
pub async fn tell(tx: &impl ConnectionTrait, now: DateTime<Utc>, mentor_id: Uuid) -> Result<(), DbErr> {
    mentors::Entity::find_by_id(mentor_id).lock_exclusive().one(tx).await?;
    let today = local_date(now);
    if due(tx, today, Some(mentor_id)).await?.is_empty() {
        return Ok(());
    }
    let (figures, surveys) = match told(tx, today, mentor_id).await? {
        Some(Told::Own(figures, surveys)) => (figures, surveys),
        Some(Told::Scheme(figures)) => (figures, Vec::new()),
        None => return Ok(()),
    };
    keep(tx, (today, mentor_id), figures, surveys).await?;
    message::queue(tx, now, letters::A_YEAR_LATER, mentor_id, &today.to_string()).await
}

async fn keep(
    tx: &impl ConnectionTrait,
    (told_on, mentor_id): (NaiveDate, Uuid),
    figures: Figures,
    surveys: Vec<Uuid>,
) -> Result<(), DbErr> {
    let id = Uuid::now_v7();
    let letter = year_letters::ActiveModel {
        id: Set(id),
        mentor_id: Set(mentor_id),
        told_on: Set(told_on),
        is_own: Set(!surveys.is_empty()),
        known: Set(i64::try_from(figures.known).unwrap_or(i64::MAX)),
        in_activity: Set(i64::try_from(figures.in_activity).unwrap_or(i64::MAX)),
    };
    year_letters::Entity::insert(letter).exec_without_returning(tx).await?;
    for survey_id in surveys {
        let behind = year_letter_surveys::ActiveModel { survey_id: Set(survey_id), year_letter_id: Set(id) };
        year_letter_surveys::Entity::insert(behind).exec_without_returning(tx).await?;
    }
    Ok(())
}
