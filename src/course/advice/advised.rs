//! What a mentor was answered, and the link of the letter that shows it.

use std::cmp::max;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    AdviceRequest, Course,
    advice_requests::{Column, Entity},
    courses,
    links::LinkPurpose,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::queries::who_asked;
use crate::{account::link, clock::local_date, course::GRACE_DAYS};

/// A question with its answer, and whose it is.
pub(in crate::course) struct Advised {
    pub course: Course,
    pub mentor_id: Uuid,
    pub request: AdviceRequest,
}

/// What was asked under this id, once it is answered; and for a letter from before they had one of their own, what was answered
/// last in the course of this id. Nothing where whoever asked may not open the course any more.
pub(super) async fn answered(db: &impl ConnectionTrait, today: NaiveDate, id: Uuid) -> Result<Option<Advised>, DbErr> {
    let theirs = Entity::find().filter(Column::Id.eq(id).or(Column::CourseId.eq(id)));
    let found = theirs.filter(Column::AnsweredAt.is_not_null()).order_by_desc(Column::AnsweredAt).one(db).await?;
    let Some(request) = found else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(request.course_id).one(db).await? else { return Ok(None) };
    // Whoever is asked how it went can ask long after the ending.
    let last = course.ended_on.map(|ended| max(ended, local_date(request.asked_at)));
    let is_past = last.is_some_and(|last| last + Duration::days(GRACE_DAYS) < today);
    let mentor = who_asked(db, today, &course, &request).await?.filter(|_| !is_past);
    Ok(mentor.map(|mentor_id| Advised { course, mentor_id, request }))
}

/// What the link of such a letter shows.
pub(in crate::course) async fn of_link(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<Advised>, DbErr> {
    match link::find(db, now, LinkPurpose::Advice, token).await? {
        Some(link) => answered(db, local_date(now), link.subject_id).await,
        None => Ok(None),
    }
}
