//! Which courses a viewer may open, and one of them found or locked.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Course,
    consents::ConsentPurpose,
    courses,
    stand_ins::{self, GRACE_DAYS as STAND_IN_GRACE_DAYS},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};
use thiserror::Error;

use super::{Mentoring, concern::is_contact_stopped};
use crate::{
    clock::local_date,
    database::Database,
    error::AppError,
    record::Held,
    referral,
    viewer::{Viewer, nobody},
};

/// Calendar days after its ending in which the mentor may still open a course.
pub const GRACE_DAYS: i64 = 30;

/// The courses that a viewer may open: those in which they decide, and as a mentor those in which they stand in.
pub fn visible_to(today: NaiveDate, viewer: &Viewer) -> Condition {
    let stood_in = viewer.mentor_id.filter(|_| viewer.is_mentor()).map(|mentor| stood_in_by(today, mentor));
    let theirs = Condition::any().add(decided_by(today, viewer)).add_option(stood_in);
    // What a caller adds holds besides.
    Condition::all().add(theirs)
}

/// The running courses in which a mentor stands in, from the first day until a while after the last one.
pub(super) fn stood_in_by(today: NaiveDate, mentor: Uuid) -> Condition {
    let first = today - Duration::days(STAND_IN_GRACE_DAYS);
    Condition::all().add(courses::Column::EndedOn.is_null()).add(stand_ins::of_mentor(mentor, first, today))
}

/// The courses in which a viewer decides: staff in all; a mentor in the own, until a while after they ended; others in none.
pub(super) fn decided_by(today: NaiveDate, viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return Condition::all();
    }
    let Some(mentor) = viewer.mentor_id.filter(|_| viewer.is_mentor()) else { return nobody() };
    let lately = Condition::any()
        .add(courses::Column::EndedOn.is_null())
        .add(courses::Column::EndedOn.gte(today - Duration::days(GRACE_DAYS)));
    Condition::all().add(courses::Column::MentorId.eq(mentor)).add(lately)
}

/// The course, if there is one that this viewer may open.
pub async fn find_for(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Course>, DbErr> {
    courses::Entity::find_by_id(id).filter(visible_to(today, viewer)).one(db).await
}

/// The course, if there is one in which this viewer decides.
pub(super) async fn find_to_decide(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Course>, DbErr> {
    courses::Entity::find_by_id(id).filter(decided_by(today, viewer)).one(db).await
}

/// The course, if there is one that this viewer may open, and nobody else changes the course until the transaction ends.
pub async fn locked_for(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Course>, DbErr> {
    courses::Entity::find_by_id(id).filter(visible_to(today, viewer)).lock_exclusive().one(tx).await
}

/// Why something cannot be done to a course now.
#[derive(Debug, Error, PartialEq)]
pub enum NotRunning {
    /// There is no such course that this viewer may open.
    #[error("course-gone")]
    NotFound,
    /// It ended meanwhile.
    #[error("course-ended")]
    Ended,
    /// The young person says no to a mentor by now, or contact is stopped; only staff write in it.
    #[error("course-stopped")]
    Stopped,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<NotRunning> for AppError {
    fn from(error: NotRunning) -> Self {
        match error {
            NotRunning::NotFound => Self::NotFound,
            NotRunning::Ended => Self::ChangedMeanwhile,
            NotRunning::Stopped => Self::Stopped,
            NotRunning::Db(error) => error.into(),
        }
    }
}

/// A running course in which this viewer decides.
pub(super) async fn running_for(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Course, NotRunning> {
    still_running(db, viewer.into(), find_to_decide(db, today, viewer, id).await?).await
}

/// A running course in which this viewer meets the young person: also one in which they stand in.
pub(super) async fn running_to_meet(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Course, NotRunning> {
    still_running(db, viewer.into(), find_for(db, today, viewer, id).await?).await
}

/// A course in the transaction of an act.
pub(super) type Act = Held<Course>;

/// Begins an act on a course that somebody may open, if there is one.
pub(super) async fn begin(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    id: Uuid,
) -> Result<Option<Act>, DbErr> {
    let tx = db.begin().await?;
    let found = by.into().locked(&tx, now, id).await?;
    Ok(found.map(|row| Act { tx, row, state: () }))
}

/// Begins an act that decides, on a running course.
pub(super) async fn begin_running(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Act, NotRunning> {
    let tx = db.begin().await?;
    let decided = courses::Entity::find_by_id(id).filter(decided_by(local_date(now), viewer));
    let found = decided.lock_exclusive().one(&tx).await?;
    let row = still_running(&tx, viewer.into(), found).await?;
    Ok(Act { tx, row, state: () })
}

/// Begins an act on a running course that is about its meetings, or asks something: also for whoever stands in.
pub(super) async fn begin_to_meet(
    db: &Database,
    now: DateTime<Utc>,
    by: Mentoring<'_>,
    id: Uuid,
) -> Result<Act, NotRunning> {
    let tx = db.begin().await?;
    let found = by.locked(&tx, now, id).await?;
    let row = still_running(&tx, by, found).await?;
    Ok(Act { tx, row, state: () })
}

async fn still_running(
    db: &impl ConnectionTrait,
    by: Mentoring<'_>,
    found: Option<Course>,
) -> Result<Course, NotRunning> {
    let course = found.ok_or(NotRunning::NotFound)?;
    if course.ended_on.is_some() {
        return Err(NotRunning::Ended);
    }
    if is_stopped_for(db, by, &course).await? { Err(NotRunning::Stopped) } else { Ok(course) }
}

/// Whether somebody may not write in this course, as the young person says no to a mentor or contact between the two is
/// stopped: all but staff.
pub async fn is_stopped_for(
    db: &impl ConnectionTrait,
    by: impl Into<Mentoring<'_>>,
    course: &Course,
) -> Result<bool, DbErr> {
    Ok(!by.into().is_staff() && is_stopped(db, course).await?)
}

/// Whether the mentor may still write in this course by a link: it runs, and nothing is stopped.
pub(super) async fn is_open_by_link(db: &impl ConnectionTrait, course: &Course) -> Result<bool, DbErr> {
    Ok(course.ended_on.is_none() && !is_stopped(db, course).await?)
}

/// Whether the young person says no to a mentor, or contact between the two is stopped.
pub async fn is_stopped(db: &impl ConnectionTrait, course: &Course) -> Result<bool, DbErr> {
    let says = referral::agreement(db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    Ok(says.is_no() || is_contact_stopped(db, course.id).await?)
}
