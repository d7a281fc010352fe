//! The links of a mentor by which they can ask for advice: each that opens a page of a course.

use chrono::{DateTime, Utc};
use entity::{Course, courses, links::LinkPurpose};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use crate::{
    account::link,
    course::{access::is_open_by_link, of_link::course_of_link},
};

/// What a link of a mentor's leads to.
pub(super) struct Linked {
    pub course: Course,
    /// The page that it opens.
    pub back: String,
}

/// Each purpose with the page of its links, before the token and after it.
const LINKS: [(LinkPurpose, &str, &str); 3] = [
    (LinkPurpose::MetMentor, "/met/", "/answer"),
    (LinkPurpose::AgreementMentor, "/agreed/", "/read"),
    (LinkPurpose::Onward, "/onward/", "/answer"),
];

/// The running course that a mentor's link is about, while nothing is stopped in it.
pub(super) async fn linked(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<Linked>, DbErr> {
    let Some(found) = course_of_link(db, now, token).await? else { return Ok(None) };
    let Some((_, before, after)) = LINKS.into_iter().find(|(purpose, ..)| *purpose == found.purpose) else {
        return Ok(None);
    };
    let Some(course) = courses::Entity::find_by_id(found.course_id).one(db).await? else { return Ok(None) };
    let back = format!("{before}{}{after}", link::bare(token));
    Ok(is_open_by_link(db, &course).await?.then_some(Linked { course, back }))
}
