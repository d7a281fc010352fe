//! Staff say that an agreed meeting stands, whatever a calendar says.

use chrono::{DateTime, Utc};
use entity::{
    calendar_answers::{self, Column, Entity},
    planned_meetings,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};
use thiserror::Error;

use crate::{
    clock::{begin_of, local_date},
    course::access::begin,
    database::Database,
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, Error, PartialEq)]
pub enum SettleError {
    #[error("course-gone")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Settles all that calendars said no to in a course. A second time changes nothing.
pub async fn settle_no(db: &Database, now: DateTime<Utc>, viewer: &Viewer, course_id: Uuid) -> Result<(), SettleError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(SettleError::NotFound)?;
    let coming = planned_meetings::Entity::find()
        .filter(planned_meetings::Column::CourseId.eq(course_id))
        .filter(planned_meetings::open().add(planned_meetings::Column::StartsAt.gte(begin_of(local_date(now)))))
        .select_only()
        .column(planned_meetings::Column::Id);
    let coming: Vec<Uuid> = coming.into_tuple().all(&act.tx).await?;
    let settled = calendar_answers::ActiveModel {
        settled_at: Set(Some(now)),
        settled_by: Set(Some(viewer.user_id)),
        ..Default::default()
    };
    let nos = Entity::update_many()
        .set(settled)
        .filter(Column::PlannedMeetingId.is_in(coming))
        .filter(Column::Says.eq(calendar_answers::CalendarSays::Declined))
        .filter(Column::SettledAt.is_null());
    if nos.exec(&act.tx).await?.rows_affected == 0 {
        return Ok(());
    }
    act.finish(now, Change::of(viewer, "course", course_id, "meeting_stands")).await
}
