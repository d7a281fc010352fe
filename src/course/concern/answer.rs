//! Staff take a concern, and write down what came of it.

use chrono::{DateTime, Utc};
use entity::concerns::{self, ConcernOutcome};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, prelude::Uuid};
use thiserror::Error;

use super::access::begin;
use crate::{clock::local_date, database::Database, record::Change, viewer::Viewer};

/// What came of a concern.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    pub outcome: ConcernOutcome,
    pub note: String,
}

#[derive(Debug, Error)]
pub enum CloseError {
    /// There is no such concern that this viewer may read.
    #[error("course-gone")]
    NotFound,
    /// Somebody else wrote down an outcome since the page was opened.
    #[error("course-changed-meanwhile")]
    Closed,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Says that this person sees to it. The first one who does stands there.
pub async fn take(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), CloseError> {
    let act = begin(db, now, viewer, id).await?.ok_or(CloseError::NotFound)?;
    if act.row.taken_at.is_some() || act.row.closed_on.is_some() {
        return Ok(());
    }
    taken(id, now, viewer).update(&act.tx).await?;
    act.finish(now, Change::of(viewer, "concern", id, "taken")).await
}

/// Writes down what came of it. Contact that is stopped stays so until somebody lifts it.
pub async fn close(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    closing: Closing,
) -> Result<(), CloseError> {
    let act = begin(db, now, viewer, id).await?.ok_or(CloseError::NotFound)?;
    if act.row.closed_on.is_some() {
        return Err(CloseError::Closed);
    }
    let seen_to = if act.row.taken_at.is_none() { taken(id, now, viewer) } else { Default::default() };
    let closed = concerns::ActiveModel {
        id: Set(id),
        outcome: Set(Some(closing.outcome)),
        outcome_note: Set(Some(closing.note)),
        closed_on: Set(Some(local_date(now))),
        closed_by: Set(Some(viewer.user_id)),
        ..seen_to
    };
    closed.update(&act.tx).await?;
    act.finish(now, Change::of(viewer, "concern", id, "closed")).await
}

fn taken(id: Uuid, now: DateTime<Utc>, viewer: &Viewer) -> concerns::ActiveModel {
    let (taken_at, taken_by) = (Set(Some(now)), Set(Some(viewer.user_id)));
    concerns::ActiveModel { id: Set(id), taken_at, taken_by, ..Default::default() }
}
