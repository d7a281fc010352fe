//! A meeting is logged by a link of the mentor's.

use chrono::{DateTime, Utc};
use entity::{Course, courses, mentors};
use sea_orm::{EntityTrait, QuerySelect};

use super::opened;
use crate::{
    course::{
        access::is_open_by_link,
        meeting::{LogError, NewMeeting, write},
    },
    database::Database,
    form::{FieldErrors, FormError},
};

/// Writes a meeting down for whoever has this link, as `read` reads it of the course. The same meeting twice is one meeting.
///
/// # Errors
/// [`LogError::NotFound`] where the link opens nothing, [`LogError::Stopped`] where something was stopped just now, and
/// [`LogError::NotTheirDay`] for a day on which whoever stands in did not.
pub(super) async fn log_by_link(
    db: &Database,
    now: DateTime<Utc>,
    token: &str,
    read: impl FnOnce(&Course) -> Result<NewMeeting, FieldErrors>,
) -> Result<(), FormError> {
    let tx = db.begin().await?;
    let Some(seen) = opened(&tx, now, token).await? else { return Err(LogError::NotFound.into()) };
    let course = courses::Entity::find_by_id(seen.course.id).lock_exclusive().one(&tx).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Err(LogError::Ended.into()) };
    if !is_open_by_link(&tx, &course).await? {
        return Err(LogError::Stopped.into());
    }
    let mentor = mentors::Entity::find_by_id(seen.mentor_id()).one(&tx).await?;
    let new = read(&course)?;
    if seen.period.is_some_and(|period| !period.covers(new.held_on)) {
        return Err(LogError::NotTheirDay.into());
    }
    write(&tx, &course, mentor.and_then(|mentor| mentor.user_id), Some("mentor"), now, new).await?;
    Ok(tx.commit().await?)
}
