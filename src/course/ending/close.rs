//! After an ended course nothing more is to follow: staff have talked it over, and the referral is closed.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;

use super::rematch::RematchError;
use crate::{
    clock::local_date, course::access::locked_for, database::Database, record::Change, referral, viewer::Viewer,
};

/// Closes the referral of an ended course.
pub async fn close(db: &Database, viewer: &Viewer, now: DateTime<Utc>, course_id: Uuid) -> Result<(), RematchError> {
    let tx = db.begin().await?;
    let today = local_date(now);
    let course = locked_for(&tx, viewer, today, course_id).await?.ok_or(RematchError::NotFound)?;
    super::rematch::check(&tx, &course).await?;
    referral::close_finished(&tx, course.referral_id, today).await?;
    let by = Some(viewer.user_id);
    Change { subject: "course", subject_id: course_id, action: "referral_closed", by, ..Default::default() }
        .write(&tx, now)
        .await?;
    Ok(tx.commit().await?)
}
