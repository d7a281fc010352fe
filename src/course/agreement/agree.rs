//! The two agree what they meet for, and how.

use chrono::{DateTime, Months, NaiveDate, Utc};
use entity::{Course, course_extensions};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::versions;
use crate::{
    course::{
        access::{NotRunning, begin_running},
        begin::{LONGEST_MONTHS, SHORTEST_MONTHS},
    },
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// What was agreed at the start meeting, or later.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The success criterion, in both's words.
    pub goal: String,
    pub role_agreement: Option<String>,
    /// Days between two meetings, and what they say of it besides.
    pub rhythm_days: Option<i32>,
    pub rhythm: Option<String>,
    /// How they write and ring between their meetings.
    pub contact: Option<String>,
    /// Whom either turns to when something is wrong.
    pub complaints: Option<String>,
    pub planned_end_on: NaiveDate,
    /// The version of the course that was on the page.
    pub version: i32,
}

#[derive(Debug, Error, PartialEq)]
pub enum AgreeError {
    /// Somebody else changed the agreement since the page was opened.
    #[error("course-changed-meanwhile")]
    ChangedMeanwhile,
    /// A course is planned for three to six months.
    #[error("course-end-outside-months")]
    EndOutsideMonths,
    /// After an extension the end is moved only by another one.
    #[error("course-end-extended")]
    EndExtended,
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes down what was agreed. What changes is a new version, which both are asked to confirm.
pub async fn agree(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    agreed: Agreement,
) -> Result<(), AgreeError> {
    let act = begin_running(db, now, viewer, course_id).await?;
    let (tx, course) = (&act.tx, &act.row);
    if course.version != agreed.version {
        return Err(AgreeError::ChangedMeanwhile);
    }
    if course.planned_end_on != agreed.planned_end_on {
        if is_extended(tx, course_id).await? {
            return Err(AgreeError::EndExtended);
        }
        check_end(course, agreed.planned_end_on)?;
    }
    let details = serde_json::json!({ "planned_end_on": [course.planned_end_on, agreed.planned_end_on] });
    versions::keep(tx, now, viewer, course_id, &agreed).await?;
    save(tx, course.clone(), agreed).await?;
    act.finish(now, Change { details: Some(details), ..Change::of(viewer, "course", course_id, "agreed") }).await
}

/// Whether a course may be planned to end on this day; the day that stands may stay.
pub(super) fn check_end(course: &Course, end: NaiveDate) -> Result<(), AgreeError> {
    let after = |months| course.matched_on + Months::new(months);
    let fits = end == course.planned_end_on || (after(SHORTEST_MONTHS)..=after(LONGEST_MONTHS)).contains(&end);
    if fits { Ok(()) } else { Err(AgreeError::EndOutsideMonths) }
}

/// Whether the planned end was moved by an extension.
pub(super) async fn is_extended(db: &impl ConnectionTrait, course_id: Uuid) -> Result<bool, DbErr> {
    let extensions = course_extensions::Entity::find();
    Ok(extensions.filter(course_extensions::Column::CourseId.eq(course_id)).count(db).await? > 0)
}

async fn save(tx: &impl ConnectionTrait, course: Course, agreed: Agreement) -> Result<(), DbErr> {
    let mut row = course.into_active_model();
    row.goal = Set(Some(agreed.goal));
    row.role_agreement = Set(agreed.role_agreement);
    row.rhythm_days = Set(agreed.rhythm_days);
    row.rhythm = Set(agreed.rhythm);
    row.planned_end_on = Set(agreed.planned_end_on);
    row.version = Set(agreed.version + 1);
    row.update(tx).await?;
    Ok(())
}
