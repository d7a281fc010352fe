//! After an ended course nothing more is to follow: staff have talked it over, and the referral is closed.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;

use super::rematch::RematchError;
use crate::{clock::local_date, course::access::begin, database::Database, record::Change, referral, viewer::Viewer};

/// Closes the referral of an ended course.
pub async fn close(db: &Database, now: DateTime<Utc>, viewer: &Viewer, course_id: Uuid) -> Result<(), RematchError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(RematchError::NotFound)?;
    super::rematch::check(&act.tx, &act.row).await?;
    referral::close_finished(&act.tx, act.row.referral_id, local_date(now)).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "referral_closed")).await
}
