//! The mentor is asked, once for each planned end.

use std::cmp::max;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    contact_stops, courses,
    courses::Column,
    onward_questions::{self, Entity, is_asked},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{ExprTrait, OnConflict},
};

use super::{letters, missing};
use crate::{
    backlog::Due,
    clock::local_date,
    config::Rules,
    course::{facts, state_filter::is_paused},
    mentor::{MentorStatus, with_status},
    message,
    referral::goes_on,
};

/// The running courses whose mentor can be asked now: the end is near and not past, nothing stands still, nothing is stopped,
/// and the mentor is not away.
pub(super) fn wanting(rules: &Rules, today: NaiveDate) -> Select<courses::Entity> {
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, courses::to_mentor())
        .filter(missing(rules, today))
        .filter(Column::PlannedEndOn.gte(today))
        .filter(is_paused(today).not())
        .filter(contact_stops::of_course().not())
        .filter(goes_on())
        .filter(with_status(MentorStatus::Active, today))
}

/// The courses whose mentor is to be asked by now.
pub async fn to_ask(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Due>, DbErr> {
    let today = local_date(now);
    let found = wanting(rules, today).filter(is_asked().not()).select_only();
    let found: Vec<(Uuid, NaiveDate)> = found.columns([Column::Id, Column::PlannedEndOn]).into_tuple().all(db).await?;
    let ids: Vec<Uuid> = found.iter().map(|(id, _)| *id).collect();
    let known = facts(db, &ids, today).await?;
    let due = |(id, planned_end_on): (Uuid, NaiveDate)| {
        let near = planned_end_on - Duration::days(rules.onward_plan_days);
        let resumed = known.get(&id).and_then(|facts| facts.resumed_on);
        Due { id, of: id, on: resumed.map_or(near, |resumed| max(resumed, near)) }
    };
    Ok(found.into_iter().map(due).collect())
}

/// Asks the mentor of a course. Safe to do twice.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules, course_id: Uuid) -> Result<(), DbErr> {
    courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let today = local_date(now);
    let still = Condition::all().add(Column::Id.eq(course_id)).add(is_asked().not());
    let Some(course) = wanting(rules, today).filter(still).one(tx).await? else { return Ok(()) };
    write(tx, today, course_id, course.planned_end_on).await?;
    message::queue(tx, now, letters::ONWARD_PLAN, course_id, &course.planned_end_on.to_string()).await
}

async fn write(
    tx: &impl ConnectionTrait,
    asked_on: NaiveDate,
    course_id: Uuid,
    planned_end_on: NaiveDate,
) -> Result<(), DbErr> {
    let row = onward_questions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        planned_end_on: Set(planned_end_on),
        asked_on: Set(asked_on),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}
