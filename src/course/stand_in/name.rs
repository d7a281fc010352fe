//! Somebody is named, and everybody whom it concerns is told.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{Course, stand_ins};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr, prelude::Uuid};

use super::{StandInError, check_days, letters};
use crate::{clock::local_date, course::planned::passed_on, record::Change, viewer::Viewer};

/// Who is to stand in, from a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewStandIn {
    pub mentor_id: Uuid,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
}

/// Keeps the period in a transaction that holds the lock of the running course; whether the two suit each other is for the caller
/// to have asked.
pub async fn keep(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course: &Course,
    new: NewStandIn,
) -> Result<(), StandInError> {
    check_days(local_date(now), new.from_on, new.until_on)?;
    if new.mentor_id == course.mentor_id {
        return Err(StandInError::OwnMentor);
    }
    let own = stand_ins::Entity::find().filter(stand_ins::Column::CourseId.eq(course.id));
    if own.filter(stand_ins::between(new.from_on, new.until_on)).one(tx).await?.is_some() {
        return Err(StandInError::Overlaps);
    }
    let id = Uuid::now_v7();
    insert(tx, now, viewer, (id, course.id), new).await?;
    letters::tell(tx, now, id).await?;
    passed_on::tell(tx, now, course.id, new.from_on..=new.until_on).await?;
    let days = serde_json::json!({ "from_on": new.from_on, "until_on": new.until_on });
    let change = Change { details: Some(days), ..Change::of(viewer, "course", course.id, "stand_in_named") };
    Ok(change.write(tx, now).await?)
}

async fn insert(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (id, course_id): (Uuid, Uuid),
    new: NewStandIn,
) -> Result<(), StandInError> {
    let row = stand_ins::ActiveModel {
        id: Set(id),
        course_id: Set(course_id),
        mentor_id: Set(new.mentor_id),
        from_on: Set(new.from_on),
        until_on: Set(new.until_on),
        named_at: Set(now),
        named_by: Set(viewer.user_id),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    let inserted = stand_ins::Entity::insert(row).exec_without_returning(tx).await;
    inserted.map(drop).map_err(|error: DbErr| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => StandInError::Overlaps,
        _ => StandInError::Db(error),
    })
}
