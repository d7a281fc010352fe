//! What is known of many courses at once, in as few reads as possible.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{course_pauses, meetings};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::Facts;

/// How many meetings were held in each of these courses; a course without any is not among them.
pub async fn held_counts(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<HashMap<Uuid, u32>, DbErr> {
    let held = held(db, courses).await?;
    Ok(held.into_iter().map(|(course, count, _)| (course, as_count(count))).collect())
}

/// The day of the last held meeting of each of these courses; a course without any is not among them.
pub async fn last_meeting_on(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<HashMap<Uuid, NaiveDate>, DbErr> {
    let held = held(db, courses).await?;
    Ok(held.into_iter().map(|(course, _, last)| (course, last)).collect())
}

/// The day of the first held meeting of a course, once there is one.
pub async fn first_meeting_on(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Option<NaiveDate>, DbErr> {
    let own = meetings::held().filter(meetings::Column::CourseId.eq(course_id));
    Ok(own.order_by_asc(meetings::Column::HeldOn).one(db).await?.map(|meeting| meeting.held_on))
}

/// What the states of these courses are derived from, in two reads. Every course asked for is in the answer.
pub async fn facts(
    db: &impl ConnectionTrait,
    courses: &[Uuid],
    today: NaiveDate,
) -> Result<HashMap<Uuid, Facts>, DbErr> {
    let mut facts: HashMap<Uuid, Facts> = courses.iter().map(|course| (*course, Facts::default())).collect();
    for (course, count, last) in held(db, courses).await? {
        let known = facts.entry(course).or_default();
        known.held = as_count(count);
        known.last_held_on = Some(last);
    }
    for (course, until) in pauses_begun(db, courses, today).await? {
        let known = facts.entry(course).or_default();
        match until {
            Some(until) if until < today => known.resumed_on = known.resumed_on.max(until.succ_opt()),
            _ => known.is_paused = true,
        }
    }
    Ok(facts)
}

async fn held(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<Vec<(Uuid, i64, NaiveDate)>, DbErr> {
    meetings::held()
        .filter(meetings::Column::CourseId.is_in(courses.iter().copied()))
        .select_only()
        .column(meetings::Column::CourseId)
        .column_as(meetings::Column::Id.count(), "held")
        .column_as(meetings::Column::HeldOn.max(), "last_held_on")
        .group_by(meetings::Column::CourseId)
        .into_tuple()
        .all(db)
        .await
}

async fn pauses_begun(
    db: &impl ConnectionTrait,
    courses: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<(Uuid, Option<NaiveDate>)>, DbErr> {
    course_pauses::Entity::find()
        .filter(course_pauses::Column::CourseId.is_in(courses.iter().copied()))
        .filter(course_pauses::Column::FromOn.lte(today))
        .select_only()
        .column(course_pauses::Column::CourseId)
        .column(course_pauses::Column::UntilOn)
        .into_tuple()
        .all(db)
        .await
}

fn as_count(count: i64) -> u32 {
    u32::try_from(count).unwrap_or_default()
}
