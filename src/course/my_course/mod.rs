//! The mentor's own page of a course behind a standing link: a meeting is written down there from the phone at any time, with
//! how it goes, and advice is asked for. Each mail to a mentor about a course carries the link; it can be ended.

pub mod handlers;
mod log_by_link;
mod pages;
mod stop;

use entity::{courses, links::LinkPurpose};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::access::is_open_by_link;
use crate::{
    account::link,
    message::{Desk, Writing},
};

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
