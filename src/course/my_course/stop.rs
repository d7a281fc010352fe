//! The links to a mentor's own page of a course are ended.

use chrono::{DateTime, Utc};
use entity::links::LinkPurpose;
use sea_orm::prelude::Uuid;

use crate::{
    account::link,
    course::access::{NotRunning, begin_running},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Ends the links that were sent so far; the next mail brings another.
pub(super) async fn stop(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<(), NotRunning> {
    let act = begin_running(db, now, viewer, course_id).await?;
    link::end(&act.tx, LinkPurpose::MyCourse, course_id).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "my_course_stopped")).await
}

/// The same by the link itself. Nothing happens where it opens nothing.
pub(super) async fn stop_by_link(db: &Database, now: DateTime<Utc>, token: &str) -> Result<(), sea_orm::DbErr> {
    let tx = db.begin().await?;
    let Some(link) = link::find(&tx, now, LinkPurpose::MyCourse, token).await? else { return Ok(()) };
    link::end(&tx, LinkPurpose::MyCourse, link.subject_id).await?;
    let change =
        Change { subject: "course", subject_id: link.subject_id, action: "my_course_stopped", ..Default::default() };
    change.write(&tx, now).await?;
    tx.commit().await
}
