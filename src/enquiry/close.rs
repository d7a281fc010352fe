//! An enquiry that leads to no referral, and one that was closed by mistake.

use chrono::{DateTime, Utc};
use entity::enquiries::{self, CloseReason};
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
};
use crate::{clock::local_date, database::Database, record::Change, referral::draft, viewer::Viewer};

/// Why an enquiry is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    pub reason: CloseReason,
    pub note: Option<String>,
}

/// Closes an enquiry that nobody makes a referral of; a draft that was begun goes with it.
pub async fn close(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    closing: Closing,
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, State::is_open).await?;
    if let Some(draft_id) = act.row.draft_id {
        draft::remove(&act.tx, draft_id).await?;
    }
    let closed = enquiries::ActiveModel {
        closed_on: Set(Some(local_date(now))),
        close_reason: Set(Some(closing.reason)),
        close_note: Set(closing.note),
        draft_id: Set(None),
        ..Default::default()
    };
    act.update(closed).await?;
    act.finish(now, Change::of(viewer, "enquiry", id, "closed")).await
}

/// Opens a closed enquiry again. Why it was closed stays in the history.
pub async fn reopen(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, |state| state == State::Closed).await?;
    let note = act.row.close_note.clone();
    let open = enquiries::ActiveModel {
        closed_on: Set(None),
        close_reason: Set(None),
        close_note: Set(None),
        ..Default::default()
    };
    act.update(open).await?;
    act.finish(now, Change { reason: note, ..Change::of(viewer, "enquiry", id, "reopened") }).await
}
