//! Staff tried to reach the one who wrote.

use chrono::{DateTime, Utc};
use entity::enquiries;
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
};
use crate::{clock::local_date, database::Database, record::Change, viewer::Viewer};

/// Writes a try down; the days until the next one begin anew.
pub async fn tried(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    note: Option<String>,
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, State::is_open).await?;
    act.update(enquiries::ActiveModel { tried_on: Set(Some(local_date(now))), ..Default::default() }).await?;
    act.finish(now, Change { reason: note, ..Change::of(viewer, "enquiry", id, "tried") }).await
}
