//! The links to a mentor's own page of a course are ended.

use chrono::{DateTime, Utc};
use entity::{courses, links::LinkPurpose};
use sea_orm::{EntityTrait, QuerySelect, prelude::Uuid};

use crate::{
    account::link,
    course::access::{NotRunning, begin_running, is_open_by_link},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Ends the links that were sent so far, whatever else they are for: they open this page no more. The next mail brings another.
pub(super) async fn stop(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<(), NotRunning> {
    let act = begin_running(db, now, viewer, course_id).await?;
    link::stop(&act.tx, now, LinkPurpose::MyCourse, course_id).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "my_course_stopped")).await
}

/// The same by the link itself. Nothing happens where it opens nothing.
pub(super) async fn stop_by_link(db: &Database, now: DateTime<Utc>, token: &str) -> Result<(), sea_orm::DbErr> {
    let tx = db.begin().await?;
    let Some(link) = link::find(&tx, now, LinkPurpose::MyCourse, token).await? else { return Ok(()) };
    let course = courses::Entity::find_by_id(link.subject_id).lock_exclusive().one(&tx).await?;
    let Some(course) = course else { return Ok(()) };
    if !is_open_by_link(&tx, &course).await? {
        return Ok(());
    }
    link::stop(&tx, now, LinkPurpose::MyCourse, course.id).await?;
    let change = Change {
        subject: "course",
        subject_id: course.id,
        action: "my_course_stopped",
        on_behalf_of: Some("mentor"),
        ..Default::default()
    };
    change.write(&tx, now).await?;
    tx.commit().await
}
