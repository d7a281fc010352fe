//! A meeting is agreed.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Course, PlannedMeeting,
    meetings::Channel,
    planned_meetings::{self, Column, Entity},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::letters;
use crate::{
    clock::local_date,
    course::{
        Mentoring,
        access::{NotRunning, begin_to_meet},
        concern::is_contact_stopped,
        expectations,
        stand_in::meets_on,
    },
    database::Database,
    form::ChangedMeanwhile,
    record::{Change, Row, row},
};

row! {
    /// What two agree.
    pub struct NewPlan of planned_meetings {
        columns {
            starts_at: DateTime<Utc>,
            minutes: i32,
            channel: Channel,
        }
    }
}

/// Days ahead of which nobody knows yet when they have time.
pub const FARTHEST_DAYS: i64 = 183;
/// No meeting is longer, in minutes.
const LONGEST: i64 = 600;

#[derive(Debug, Error, PartialEq)]
pub enum PlanError {
    /// There is no such meeting that they may change.
    #[error("course-gone")]
    Gone,
    #[error("course-planned-past")]
    Past,
    #[error("course-planned-too-far")]
    TooFar,
    /// The two have agreed to meet at that time already.
    #[error("course-planned-overlaps")]
    Overlaps,
    /// Whoever stands in does not on that day.
    #[error("stand-in-not-that-day")]
    NotTheirDay,
    /// Contact between the two is stopped.
    #[error("concern-contact-is-stopped")]
    ContactStopped,
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes down what is agreed in a running course, and tells both. The same meeting twice is one meeting.
pub async fn plan(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    course_id: Uuid,
    new: NewPlan,
) -> Result<PlannedMeeting, PlanError> {
    let by = by.into();
    let act = begin_to_meet(db, now, by, course_id).await?;
    if is_contact_stopped(&act.tx, course_id).await? {
        return Err(PlanError::ContactStopped);
    }
    check_time(now, &new)?;
    check_theirs(&act.tx, now, by, (&act.row, new.starts_at)).await?;
    if let Some(known) = in_the_way(&act.tx, (course_id, None), &new).await? {
        return if known.starts_at == new.starts_at { Ok(known) } else { Err(PlanError::Overlaps) };
    }
    let meeting = planned_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        suggested_by: Set(by.user_id()),
        made_at: Set(now),
        sequence: Set(0),
        changed_at: Set(now),
        ..new.columns()
    };
    let meeting = meeting.insert(&act.tx).await?;
    letters::tell(&act.tx, now, &meeting).await?;
    expectations::letters::ask_before(&act.tx, now, (course_id, meeting.starts_at)).await?;
    let change = Change {
        details: Some(serde_json::json!({ "planned_on": local_date(meeting.starts_at) })),
        ..by.change(course_id, "meeting_planned")
    };
    act.finish::<PlanError>(now, change).await?;
    Ok(meeting)
}

/// Whether the two have agreed to meet at this very time already: whoever goes back and sends it again is told so.
pub(super) async fn is_known(db: &impl ConnectionTrait, course_id: Uuid, new: &NewPlan) -> Result<bool, DbErr> {
    Ok(in_the_way(db, (course_id, None), new).await?.is_some_and(|known| known.starts_at == new.starts_at))
}

/// Whether two can meet on a day at all.
pub(in crate::course) fn check_day(today: NaiveDate, day: NaiveDate) -> Result<(), PlanError> {
    if day < today {
        return Err(PlanError::Past);
    }
    if day > today + Duration::days(FARTHEST_DAYS) { Err(PlanError::TooFar) } else { Ok(()) }
}

/// Whether it lies ahead, and not farther than anybody plans.
pub(super) fn check_time(now: DateTime<Utc>, new: &NewPlan) -> Result<(), PlanError> {
    if new.starts_at <= now {
        return Err(PlanError::Past);
    }
    if new.starts_at > now + Duration::days(FARTHEST_DAYS) { Err(PlanError::TooFar) } else { Ok(()) }
}

/// Whether whoever stands in does on the day of a meeting.
pub(super) async fn check_theirs(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Mentoring<'_>,
    (course, starts_at): (&Course, DateTime<Utc>),
) -> Result<(), PlanError> {
    let is_theirs = meets_on(tx, local_date(now), by, (course, local_date(starts_at))).await?;
    if is_theirs { Ok(()) } else { Err(PlanError::NotTheirDay) }
}

/// An agreed meeting of the course at the same time, other than this one.
pub(super) async fn in_the_way(
    tx: &impl ConnectionTrait,
    (course_id, own): (Uuid, Option<Uuid>),
    new: &NewPlan,
) -> Result<Option<PlannedMeeting>, DbErr> {
    let end = |starts_at: DateTime<Utc>, minutes: i32| starts_at + Duration::minutes(minutes.into());
    let new_end = end(new.starts_at, new.minutes);
    let near = Entity::find()
        .filter(Column::CourseId.eq(course_id))
        .filter(planned_meetings::open())
        .filter(Column::StartsAt.gt(new.starts_at - Duration::minutes(LONGEST)))
        .filter(Column::StartsAt.lt(new_end));
    let near = near.all(tx).await?;
    let mut others = near.into_iter().filter(|other| Some(other.id) != own);
    Ok(others.find(|other| end(other.starts_at, other.minutes) > new.starts_at))
}
