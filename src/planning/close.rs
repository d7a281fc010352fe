//! What was said and decided at a meeting, and its end.

use chrono::{DateTime, Utc};
use entity::{MatchingMeeting, matching_meetings};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, prelude::Uuid};

use super::{PlanningError, queries::open_and_locked};
use crate::{database::Database, form::ChangedMeanwhile, record::Change, viewer::Viewer};

/// What people write down at a meeting.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub note: Option<String>,
    pub decision: Option<String>,
}

/// Keeps the record, if what is kept is `unchanged` since somebody looked; the meeting goes on.
pub async fn write_down(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    record: Record,
    unchanged: impl FnOnce(&MatchingMeeting) -> Result<(), ChangedMeanwhile>,
) -> Result<(), PlanningError> {
    let tx = db.begin().await?;
    unchanged(&open_and_locked(&tx, viewer, id).await?)?;
    recorded(id, record).update(&tx).await?;
    told(&tx, now, viewer, id, "noted").await?;
    Ok(tx.commit().await?)
}

/// Keeps the record in the same way and ends the meeting. Its plan stays as it was.
pub async fn close(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    record: Record,
    unchanged: impl FnOnce(&MatchingMeeting) -> Result<(), ChangedMeanwhile>,
) -> Result<(), PlanningError> {
    let tx = db.begin().await?;
    unchanged(&open_and_locked(&tx, viewer, id).await?)?;
    let closed = matching_meetings::ActiveModel {
        closed_at: Set(Some(now)),
        closed_by: Set(Some(viewer.user_id)),
        ..recorded(id, record)
    };
    closed.update(&tx).await?;
    told(&tx, now, viewer, id, "closed").await?;
    Ok(tx.commit().await?)
}

fn recorded(id: Uuid, record: Record) -> matching_meetings::ActiveModel {
    matching_meetings::ActiveModel {
        id: Set(id),
        note: Set(record.note),
        decision: Set(record.decision),
        ..Default::default()
    }
}

async fn told(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    action: &'static str,
) -> Result<(), DbErr> {
    let change =
        Change { subject: "matching_meeting", subject_id: id, action, by: Some(viewer.user_id), ..Default::default() };
    change.write(tx, now).await
}
