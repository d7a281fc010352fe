//! A meeting is logged, by the mentor or by staff for the mentor.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Course, Meeting,
    meetings::{self, Attendance, Channel},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use crate::{
    clock::local_date,
    course::{Mentoring, access::is_stopped_for, did_you_meet, planned, stand_in::meets_on},
    database::Database,
    record::{Change, Row, SAID_AGAIN_WITHIN, row},
};

row! {
    /// What is told of a meeting.
    pub struct NewMeeting of meetings {
        columns {
            held_on: NaiveDate,
            minutes: Option<i32>,
            channel: Option<Channel>,
            attendance: Attendance,
            /// For the mentor and staff; a referrer never sees it.
            note: Option<String>,
        }
    }
}

impl NewMeeting {
    /// A meeting that was held on this day, and nothing more is told.
    pub fn held(on: NaiveDate) -> Self {
        Self { held_on: on, minutes: None, channel: None, attendance: Attendance::Held, note: None }
    }
}

/// Whose word it is that something is logged: who writes it, and for whom.
#[derive(Clone, Copy, Debug, Default)]
pub struct By {
    pub user: Option<Uuid>,
    /// A mentor without a sign-in who says it.
    pub mentor: Option<Uuid>,
    pub on_behalf_of: Option<&'static str>,
}

impl From<Mentoring<'_>> for By {
    fn from(by: Mentoring<'_>) -> Self {
        Self { user: by.user_id(), mentor: by.mentor_without_sign_in(), on_behalf_of: by.on_behalf_of() }
    }
}

#[derive(Debug, Error, PartialEq)]
pub enum LogError {
    #[error("course-gone")]
    NotFound,
    /// After the ending only staff may add what was forgotten, as it can change how the course counts.
    #[error("course-ended")]
    Ended,
    /// The young person says no to a mentor by now; staff still write down what was before.
    #[error("course-stopped")]
    Stopped,
    #[error("course-meeting-before-match")]
    BeforeMatch,
    #[error("course-meeting-in-future")]
    InFuture,
    #[error("course-meeting-after-end")]
    AfterEnd,
    /// Whoever stands in did not on that day.
    #[error("stand-in-not-that-day")]
    NotTheirDay,
    /// One meeting of a kind a day; the other is corrected instead.
    #[error("course-meeting-already-logged")]
    AlreadyLogged,
    /// The very same was told just before of a meeting on another day, or of another kind: whoever went back and sent it again.
    #[error("course-meeting-said-before")]
    SaidBefore,
    /// The course would no longer count as completed, and nobody has said why it was not.
    #[error("course-meeting-changes-class")]
    ChangesClass,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Logs a meeting of a course that somebody may open. The same meeting logged twice is one meeting.
pub async fn log(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    course_id: Uuid,
    new: NewMeeting,
) -> Result<Meeting, LogError> {
    let (tx, by) = (db.begin().await?, by.into());
    let course = to_be_logged_in(&tx, now, by, course_id).await?;
    check_theirs(&tx, now, by, (&course, new.held_on)).await?;
    if is_said_before(&tx, now, course_id, &new).await? {
        return Err(LogError::SaidBefore);
    }
    let meeting = write(&tx, &course, by.into(), now, new).await?;
    tx.commit().await?;
    Ok(meeting)
}

/// The locked course, where they may log a meeting.
pub(in crate::course) async fn to_be_logged_in(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Mentoring<'_>,
    course_id: Uuid,
) -> Result<Course, LogError> {
    let course = by.locked(tx, now, course_id).await?.ok_or(LogError::NotFound)?;
    if course.ended_on.is_some() && !by.is_staff() {
        return Err(LogError::Ended);
    }
    if is_stopped_for(tx, by, &course).await? { Err(LogError::Stopped) } else { Ok(course) }
}

/// Whether whoever stands in did on the day of a meeting.
pub(in crate::course) async fn check_theirs(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Mentoring<'_>,
    (course, held_on): (&Course, NaiveDate),
) -> Result<(), LogError> {
    let is_theirs = meets_on(tx, local_date(now), by, (course, held_on)).await?;
    if is_theirs { Ok(()) } else { Err(LogError::NotTheirDay) }
}

/// Writes a meeting down in a transaction that holds the lock of its course.
pub async fn write(
    tx: &impl ConnectionTrait,
    course: &Course,
    by: By,
    now: DateTime<Utc>,
    new: NewMeeting,
) -> Result<Meeting, LogError> {
    check_day(course, new.held_on, local_date(now))?;
    if let Some(known) = same_day(tx, course.id, &new).await? {
        return if tells_the_same(&known, &new) { Ok(known) } else { Err(LogError::AlreadyLogged) };
    }
    let meeting = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        logged_by: Set(by.user),
        logged_by_mentor: Set(by.mentor),
        logged_at: Set(now),
        known_on: Set(Some(local_date(now))),
        ..new.columns()
    };
    let meeting = meeting.insert(tx).await?;
    planned::answered_by(tx, now, &meeting).await?;
    did_you_meet::answered_by(tx, now, &meeting).await?;
    let details = serde_json::json!({ "held_on": meeting.held_on, "attendance": meeting.attendance });
    Change {
        subject: "course",
        subject_id: course.id,
        action: "meeting_logged",
        by: by.user,
        on_behalf_of: by.on_behalf_of,
        details: Some(details),
        ..Default::default()
    }
    .write(tx, now)
    .await?;
    Ok(meeting)
}

/// A meeting lies between the match and the ending, and not in the future.
pub(super) fn check_day(course: &Course, held_on: NaiveDate, today: NaiveDate) -> Result<(), LogError> {
    if held_on < course.matched_on {
        return Err(LogError::BeforeMatch);
    }
    if held_on > today {
        return Err(LogError::InFuture);
    }
    if course.ended_on.is_some_and(|ended| ended < held_on) {
        return Err(LogError::AfterEnd);
    }
    Ok(())
}

/// The meeting of the same kind on the same day, if one is logged already.
pub(in crate::course) async fn same_day(
    tx: &impl ConnectionTrait,
    course_id: Uuid,
    new: &NewMeeting,
) -> Result<Option<Meeting>, DbErr> {
    meetings::Entity::find()
        .filter(meetings::Column::CourseId.eq(course_id))
        .filter(meetings::Column::HeldOn.eq(new.held_on))
        .filter(meetings::Column::Attendance.eq(new.attendance))
        .one(tx)
        .await
}

/// Whether the same words were written just before of another meeting: gone back to and sent again, they are no second one unasked.
async fn is_said_before(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    course_id: Uuid,
    new: &NewMeeting,
) -> Result<bool, DbErr> {
    let Some(note) = &new.note else { return Ok(false) };
    let same = meetings::Entity::find()
        .filter(meetings::Column::CourseId.eq(course_id))
        .filter(meetings::Column::Note.eq(note.as_str()))
        .filter(meetings::Column::LoggedAt.gt(now - SAID_AGAIN_WITHIN));
    let same = same.all(tx).await?;
    let is_this = |known: &Meeting| (known.held_on, known.attendance) == (new.held_on, new.attendance);
    Ok(!same.is_empty() && !same.iter().any(is_this))
}

/// A second tap tells nothing new: all it says is known already.
fn tells_the_same(known: &Meeting, new: &NewMeeting) -> bool {
    new.minutes.is_none_or(|minutes| known.minutes == Some(minutes))
        && new.channel.is_none_or(|channel| known.channel == Some(channel))
        && (new.note.is_none() || new.note == known.note)
}
