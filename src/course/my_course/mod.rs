//! The mentor's own page of a course behind a standing link: for whoever has the links alone it is what the page of the course is for
//! whoever signs in. A meeting is written down there from the phone at any time, with how it goes, the next one is agreed, and advice
//! is asked for. Each mail to a mentor about a course carries the link; it can be ended (docs/adr/0091).

pub mod handlers;
mod load;
mod pages;
mod stop;

use chrono::{DateTime, Utc};
use entity::{Course, Link, StandIn, courses, links::LinkPurpose};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{
    access::is_open_by_link,
    advice::{is_of_mentor, linked},
    of_link::course_of_link,
    people::case_of,
    sides::mentor_and_user,
    stand_in,
};
use crate::{
    account::link,
    clock::local_date,
    message::{Desk, Writing},
};

/// What a link opens this page of.
pub(super) struct Own {
    /// It runs.
    pub course: Course,
    /// The period of whoever stands in, where the link is theirs.
    pub period: Option<StandIn>,
}

impl Own {
    /// Whose page it is.
    pub fn mentor_id(&self) -> Uuid {
        self.period.as_ref().map_or(self.course.mentor_id, |period| period.mentor_id)
    }
}

/// The running course that a link opens this page of, for its mentor or for whoever stands in: nothing where something is stopped in
/// it, by another link of somebody who stands in, by one from before the mentor or staff ended them, or to whoever's sign-in was closed.
pub(super) async fn opened(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Own>, DbErr> {
    let Some(own) = of_link(db, now, token).await? else { return Ok(None) };
    let user = mentor_and_user(db, own.mentor_id()).await?.and_then(|(_, user)| user);
    Ok(Some(own).filter(|_| user.is_none_or(|user| user.disabled_at.is_none())))
}

async fn of_link(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Own>, DbErr> {
    let Some(link) = link::find_any(db, now, token).await? else { return Ok(None) };
    if link.purpose == LinkPurpose::MyCourseStandIn {
        return of_stand_in(db, now, &link).await;
    }
    let found = linked(db, now, token).await?.filter(|found| found.mentor_id == found.course.mentor_id);
    let Some(found) = found else { return Ok(None) };
    let is_shown = is_shown(db, &link, &found.course).await?;
    Ok(is_shown.then_some(Own { course: found.course, period: None }))
}

/// The running course of a mentor's link in which contact is stopped, or the young person says no, and the mentor who has the link: that
/// it is so is said to whoever opens it, never which or why. Not behind a link from before the links were ended.
pub(super) async fn stopped(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<(Uuid, Uuid)>, DbErr> {
    let Some(link) = link::find_any(db, now, token).await?.filter(|link| is_of_mentor(link.purpose)) else {
        return Ok(None);
    };
    let Some(found) = course_of_link(db, now, token).await? else { return Ok(None) };
    let Some(case) = case_of(db, found.course_id).await? else { return Ok(None) };
    let ended_at = link::stopped_at(db, LinkPurpose::MyCourse, case.course.id).await?;
    if case.course.ended_on.is_some() || ended_at.is_some_and(|ended_at| link.created_at <= ended_at) {
        return Ok(None);
    }
    let is_stopped = case.contact_stopped || case.stopped_on.is_some();
    Ok(is_stopped.then(|| (case.course.id, found.stand_in.unwrap_or(case.course.mentor_id))))
}

/// Whether the course is shown behind such a link: not behind one from before the links were ended.
async fn is_shown(db: &impl ConnectionTrait, link: &Link, course: &Course) -> Result<bool, DbErr> {
    let stopped_at = link::stopped_at(db, LinkPurpose::MyCourse, course.id).await?;
    let is_ended = stopped_at.is_some_and(|stopped_at| link.created_at <= stopped_at);
    Ok(!is_ended && is_open_by_link(db, course).await?)
}

/// The same for its mentor alone: what they expect whoever stands in is not asked.
pub(super) async fn opened_by_mentor(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<Course>, DbErr> {
    Ok(opened(db, now, token).await?.filter(|own| own.period.is_none()).map(|own| own.course))
}

/// From their first day until a week after the last one, as for whoever signs in.
async fn of_stand_in(db: &impl ConnectionTrait, now: DateTime<Utc>, link: &Link) -> Result<Option<Own>, DbErr> {
    let Some(period) = stand_in::open_on(db, local_date(now), link.subject_id).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(period.course_id).one(db).await? else { return Ok(None) };
    Ok(is_shown(db, link, &course).await?.then_some(Own { course, period: Some(period) }))
}

/// A letter to whoever meets the young person of a course, with the link to their own page of it: the mentor's, or that of whoever
/// stands in.
pub async fn with_own_course(
    writing: Writing,
    desk: &Desk,
    (course, mentor_id): (&Course, Uuid),
) -> anyhow::Result<Writing> {
    if mentor_id == course.mentor_id {
        return with_my_course(writing, desk, course.id).await;
    }
    let period = stand_in::period_of(&desk.db, desk.clock.today(), (course.id, mentor_id)).await?;
    match period.filter(|_| course.ended_on.is_none()) {
        Some(period) => with_period(writing, desk, &period).await,
        None => Ok(writing),
    }
}

/// A letter to whoever stands in, with the link to their own page of the course in this period.
pub async fn with_period(writing: Writing, desk: &Desk, period: &StandIn) -> anyhow::Result<Writing> {
    let token = link::issue_in(desk, LinkPurpose::MyCourseStandIn, period.id).await?;
    Ok(writing.link("my-course-letter", desk.url(format!("/my-course/{token}"))))
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
