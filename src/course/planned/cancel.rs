//! An agreed meeting is called off: by somebody, or because the course ends.

use chrono::{DateTime, Utc};
use entity::{
    PlannedMeeting,
    planned_meetings::{self, Column, Entity},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use super::{PlanError, letters, plan::check_theirs, queries::coming};
use crate::{
    clock::local_date,
    course::{Mentoring, access::begin_to_meet},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Calls a meeting off that is still to come, and tells both. A second time changes nothing.
pub async fn cancel(
    db: &Database,
    now: DateTime<Utc>,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> Result<(), PlanError> {
    let by = by.into();
    let act = begin_to_meet(db, now, by, ids.0).await?;
    let known = Entity::find_by_id(ids.1).filter(Column::CourseId.eq(ids.0)).one(&act.tx).await?;
    if known.is_some_and(|meeting| meeting.cancelled_at.is_some()) {
        return Ok(());
    }
    let meeting = coming(&act.tx, now, ids).await?;
    check_theirs(&act.tx, now, by, (&act.row, meeting.starts_at)).await?;
    call_off(&act.tx, now, by.user_id(), &meeting).await?;
    let change = Change {
        details: Some(serde_json::json!({ "planned_on": local_date(meeting.starts_at) })),
        ..by.change(ids.0, "meeting_called_off")
    };
    act.finish(now, change).await
}

/// Calls off all that is still to come in a course that ends.
pub async fn cancel_coming(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<(), DbErr> {
    let coming = Entity::find().filter(Column::CourseId.eq(course_id)).filter(planned_meetings::coming(now));
    for meeting in coming.all(tx).await? {
        call_off(tx, now, Some(viewer.user_id), &meeting).await?;
    }
    Ok(())
}

/// Calls off all that is still to come, and tells nobody: contact between the two is stopped.
pub async fn cancel_quietly(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<(), DbErr> {
    let coming = Entity::find().filter(Column::CourseId.eq(course_id)).filter(planned_meetings::coming(now));
    for meeting in coming.all(tx).await? {
        off(tx, now, Some(viewer.user_id), &meeting).await?;
    }
    Ok(())
}

async fn call_off(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Option<Uuid>,
    meeting: &PlannedMeeting,
) -> Result<(), DbErr> {
    off(tx, now, by, meeting).await?;
    letters::tell_of_the_end(tx, now, meeting.id).await
}

async fn off(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    by: Option<Uuid>,
    meeting: &PlannedMeeting,
) -> Result<(), DbErr> {
    let off = planned_meetings::ActiveModel {
        id: Set(meeting.id),
        sequence: Set(meeting.sequence + 1),
        changed_at: Set(now),
        cancelled_at: Set(Some(now)),
        cancelled_by: Set(by),
        ..Default::default()
    };
    off.update(tx).await.map(drop)
}
