//! The links of a mentor by which they can ask for advice: each that opens a page of a course.

use chrono::{DateTime, Utc};
use entity::{Course, course_agreements, courses, links::LinkPurpose, meeting_questions};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{account::link, course::access::is_open_by_link};

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
    for (purpose, before, after) in LINKS {
        let Some(found) = link::find(db, now, purpose, token).await? else { continue };
        let Some(course) = course_of(db, purpose, found.subject_id).await? else { return Ok(None) };
        let back = format!("{before}{}{after}", link::bare(token));
        return Ok(is_open_by_link(db, &course).await?.then_some(Linked { course, back }));
    }
    Ok(None)
}

async fn course_of(db: &impl ConnectionTrait, purpose: LinkPurpose, id: Uuid) -> Result<Option<Course>, DbErr> {
    let course_id = match purpose {
        LinkPurpose::MetMentor => {
            meeting_questions::Entity::find_by_id(id).one(db).await?.map(|question| question.course_id)
        }
        LinkPurpose::AgreementMentor => {
            course_agreements::Entity::find_by_id(id).one(db).await?.map(|version| version.course_id)
        }
        _ => Some(id),
    };
    match course_id {
        Some(id) => courses::Entity::find_by_id(id).one(db).await,
        None => Ok(None),
    }
}
