//! The links of a mentor by which they can ask for advice or write a meeting down: each that opens a page of a course.

use chrono::{DateTime, Utc};
use entity::{Course, courses, links::LinkPurpose, mentors};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{
    account::link,
    course::{
        access::{is_open_by_link, is_stopped},
        of_link::course_of_link,
    },
};

/// What a link of a mentor's leads to.
pub(in crate::course) struct Linked {
    pub course: Course,
    /// Who has it: the mentor of the course, or whoever stands in.
    pub mentor_id: Uuid,
    /// The page that it opens.
    pub back: String,
}

/// Each purpose with the page of its links, before the token and after it.
const LINKS: [(LinkPurpose, &str, &str); 8] = [
    (LinkPurpose::MyCourse, "/my-course/", "/open"),
    (LinkPurpose::MyCourseStandIn, "/my-course/", "/open"),
    (LinkPurpose::MetMentor, "/met/", "/answer"),
    (LinkPurpose::MetStandIn, "/met/", "/answer"),
    (LinkPurpose::AgreementMentor, "/agreed/", "/read"),
    (LinkPurpose::Onward, "/onward/", "/answer"),
    (LinkPurpose::Advice, "/advised/", "/read"),
    (LinkPurpose::QuestionnaireMentor, "/exit/", "/answer"),
];

/// Whether links of this purpose are a mentor's who meets the young person.
pub(in crate::course) fn is_of_mentor(purpose: LinkPurpose) -> bool {
    LINKS.iter().any(|(of_mentor, ..)| *of_mentor == purpose)
}

/// The course that a mentor's link is about, while nothing is stopped in it: it runs, or the mentor is asked how it went. What
/// somebody asks who stands in and never signs in would be answered to the mentor who is away: they ring instead.
pub(in crate::course) async fn linked(
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
    let mentor_id = found.stand_in.unwrap_or(course.mentor_id);
    if let Some(stand_in) = found.stand_in
        && mentors::Entity::find_by_id(stand_in).one(db).await?.is_none_or(|mentor| mentor.user_id.is_none())
    {
        return Ok(None);
    }
    let may_ask = match found.purpose {
        LinkPurpose::QuestionnaireMentor => !is_stopped(db, &course).await?,
        _ => is_open_by_link(db, &course).await?,
    };
    Ok(may_ask.then_some(Linked { course, mentor_id, back }))
}
