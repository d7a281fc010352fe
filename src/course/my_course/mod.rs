//! The mentor's own page of a course behind a standing link: a meeting is written down there from the phone at any time, with
//! how it goes, and advice is asked for. Each mail to a mentor about a course carries the link; it can be ended.

pub mod handlers;
mod log_by_link;
mod pages;
mod stop;

use chrono::{DateTime, Utc};
use entity::{Course, courses, links::LinkPurpose};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{access::is_open_by_link, advice::linked};
use crate::{
    account::link,
    message::{Desk, Writing},
};

/// The running course that a link of its mentor's opens this page of: nothing where something is stopped in it, by the link of
/// somebody who stands in, or by one from before the mentor or staff ended them.
pub(super) async fn opened(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<Course>, DbErr> {
    let found = linked(db, now, token).await?.filter(|found| found.mentor_id == found.course.mentor_id);
    let Some((found, link)) = found.zip(link::find_any(db, now, token).await?) else { return Ok(None) };
    let stopped_at = link::stopped_at(db, LinkPurpose::MyCourse, found.course.id).await?;
    let is_refused = stopped_at.is_some_and(|stopped_at| link.created_at <= stopped_at);
    if is_refused || !is_open_by_link(db, &found.course).await? {
        return Ok(None);
    }
    Ok(Some(found.course))
}

/// A letter to the mentor of a course with the link to their own page of it, while it runs.
pub async fn with_my_course(writing: Writing, desk: &Desk, course_id: Uuid) -> anyhow::Result<Writing> {
    let course = courses::Entity::find_by_id(course_id).one(&desk.db).await?;
    let Some(course) = course else { return Ok(writing) };
    if !is_open_by_link(&desk.db, &course).await? {
        return Ok(writing);
    }
    let token = link::issue_in(desk, LinkPurpose::MyCourse, course_id).await?;
    Ok(writing.link("my-course-letter", desk.url(format!("/my-course/{token}"))))
}
