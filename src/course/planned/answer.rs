//! Whether the two met as they had agreed: logged with what the agreement tells, in one press.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    Meeting, PlannedMeeting,
    meetings::Attendance,
    planned_meetings::{self, Column, Entity},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use crate::{
    clock::{begin_of, local_date},
    course::{
        Mentoring, did_you_meet,
        meeting::{LogError, NewMeeting, check_theirs, same_day, to_be_logged_in, write},
    },
    database::Database,
};

/// What would be logged of a meeting.
pub(super) fn as_agreed(planned: &PlannedMeeting, attendance: Attendance) -> NewMeeting {
    let is_held = attendance == Attendance::Held;
    NewMeeting {
        attendance,
        minutes: is_held.then_some(planned.minutes),
        channel: is_held.then_some(planned.channel),
        ..NewMeeting::held(local_date(planned.starts_at))
    }
}

/// Logs what became of an agreed meeting. What is logged of that day already is taken for its answer; a second press changes
/// nothing.
pub async fn answer(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    (course_id, id): (Uuid, Uuid),
    attendance: Attendance,
) -> Result<(), LogError> {
    let (tx, by) = (db.begin().await?, by.into());
    let course = to_be_logged_in(&tx, now, by, course_id).await?;
    let found = Entity::find_by_id(id).filter(Column::CourseId.eq(course_id)).filter(Column::CancelledAt.is_null());
    let planned = found.one(&tx).await?.ok_or(LogError::NotFound)?;
    if planned.meeting_id.is_some() {
        return Ok(());
    }
    if planned.starts_at > now {
        return Err(LogError::InFuture);
    }
    let new = as_agreed(&planned, attendance);
    check_theirs(&tx, now, by, (&course, new.held_on)).await?;
    match same_day(&tx, course_id, &new).await? {
        Some(known) => {
            answered_by(&tx, now, &known).await?;
            did_you_meet::answered_by(&tx, now, &known).await?;
        }
        None => drop(write(&tx, &course, by.into(), now, new).await?),
    }
    Ok(tx.commit().await?)
}

/// What was logged of a day is the answer to what had been agreed for it: what has begun by now, and all of it when they met.
pub async fn answered_by(tx: &impl ConnectionTrait, now: DateTime<Utc>, meeting: &Meeting) -> Result<(), DbErr> {
    let answered = planned_meetings::ActiveModel { meeting_id: Set(Some(meeting.id)), ..Default::default() };
    let until = (meeting.attendance != Attendance::Held).then(|| Column::StartsAt.lte(now));
    Entity::update_many()
        .set(answered)
        .filter(Column::CourseId.eq(meeting.course_id))
        .filter(planned_meetings::open())
        .filter(on_day(meeting.held_on).add_option(until))
        .exec(tx)
        .await
        .map(drop)
}

/// What was logged never was: it is asked again.
pub async fn answered_no_more(tx: &impl ConnectionTrait, meeting_id: Uuid) -> Result<(), DbErr> {
    let asked = planned_meetings::ActiveModel { meeting_id: Set(None), ..Default::default() };
    let answered = Entity::update_many().set(asked).filter(Column::MeetingId.eq(meeting_id));
    answered.exec(tx).await.map(drop)
}

fn on_day(day: NaiveDate) -> Condition {
    let begun = Condition::all().add(Column::StartsAt.gte(begin_of(day)));
    begun.add(Column::StartsAt.lt(begin_of(day + Days::new(1))))
}
