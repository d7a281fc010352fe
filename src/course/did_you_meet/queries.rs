//! Questions read: of a course, for its mentor, and as lines for staff.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    Course, MeetingQuestion, PlannedMeeting,
    consents::ConsentPurpose,
    courses,
    meeting_questions::{self, Column, Entity},
    messages, planned_meetings,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::asked_of_mentor;
use crate::{
    clock::{begin_of, local_date},
    config::Rules,
    course::{concern::is_contact_stopped, facts},
    referral,
    viewer::Viewer,
};

/// The name of the message that asks the mentor.
pub(in crate::course) const ASKS_MENTOR: &str = "did_you_meet_mentor";
/// The name of the message that asks the young person.
const ASKS_MENTEE: &str = "did_you_meet_mentee";

/// Questions to which the two say different things: staff find out.
pub fn disagreements() -> Condition {
    meeting_questions::differing()
}

/// Questions that were to be answered by now, and to which nobody has said anything, or the young person alone: staff ask. The days
/// count from when the mentor's message left.
pub fn unanswered(rules: &Rules, today: NaiveDate) -> Condition {
    let by = asked_by(rules, today);
    meeting_questions::without_mentor(by).add(Expr::exists(left_late(ASKS_MENTOR, by)).not())
}

/// Questions that the young person was to answer by now, counted from when the message to them left.
pub(super) fn mentee_had_time(rules: &Rules, today: NaiveDate) -> Condition {
    let by = asked_by(rules, today);
    Condition::all().add(Column::AskedAt.lte(by)).add(Expr::exists(left_late(ASKS_MENTEE, by)).not())
}

/// The message of this kind that was queued with the question around it, where it left after that or is still to leave.
fn left_late(kind: &str, by: DateTime<Utc>) -> SelectStatement {
    use messages::Column as Of;
    Query::select()
        .expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Of::Kind.eq(kind))
        .and_where(Expr::col((messages::Entity, Of::SubjectId)).equals((Entity, Column::CourseId)))
        .and_where(Expr::col((messages::Entity, Of::QueuedAt)).equals((Entity, Column::AskedAt)))
        .cond_where(messages::left_after(by))
        .to_owned()
}

/// What was asked until then was to be answered by today.
fn asked_by(rules: &Rules, today: NaiveDate) -> DateTime<Utc> {
    begin_of(today + Days::new(1) - Days::new(rules.met_answer_days.unsigned_abs()))
}

/// The questions on the page of a course: for staff those that they are to find out about, for a mentor those
/// that wait for them.
pub async fn shown_to(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    rules: &Rules,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<Vec<MeetingQuestion>, DbErr> {
    if !viewer.is_staff() {
        let Some(mentor) = viewer.mentor_id else { return Ok(Vec::new()) };
        return asked_of_mentor(db, today, mentor, &[course_id]).await;
    }
    let for_staff = Condition::any().add(disagreements()).add(unanswered(rules, today));
    let theirs = Entity::find().filter(Column::CourseId.eq(course_id)).filter(for_staff);
    theirs.order_by_desc(Column::AboutOn).all(db).await
}

/// A question that still makes sense, with what it is about.
pub(super) struct Standing {
    pub question: MeetingQuestion,
    pub course: Course,
    pub planned: Option<PlannedMeeting>,
}

/// The question, while it waits for an answer: nothing once it is settled, the agreed meeting was moved or called off, or the
/// course is paused, over, contact is stopped, or the young person wants no mentor.
pub(super) async fn standing(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    question: MeetingQuestion,
) -> Result<Option<Standing>, DbErr> {
    let course = courses::Entity::find_by_id(question.course_id).one(db).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Ok(None) };
    let planned = match question.planned_meeting_id {
        Some(id) => planned_meetings::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let stands = |planned: &PlannedMeeting| {
        let is_open = planned.cancelled_at.is_none() && planned.meeting_id.is_none();
        is_open && local_date(planned.starts_at) == question.about_on
    };
    if question.settled_at.is_some() || planned.as_ref().is_some_and(|planned| !stands(planned)) {
        return Ok(None);
    }
    let is_paused = facts(db, &[course.id], today).await?.get(&course.id).is_some_and(|known| known.is_paused);
    let says = referral::agreement(db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    let is_stopped = is_contact_stopped(db, course.id).await?;
    Ok((!is_paused && !is_stopped && !says.is_no()).then_some(Standing { question, course, planned }))
}

/// The same under the lock of its course.
pub(super) async fn locked(tx: &impl ConnectionTrait, today: NaiveDate, id: Uuid) -> Result<Option<Standing>, DbErr> {
    let Some(seen) = Entity::find_by_id(id).one(tx).await? else { return Ok(None) };
    courses::Entity::find_by_id(seen.course_id).lock_exclusive().one(tx).await?;
    match Entity::find_by_id(id).one(tx).await? {
        Some(question) => standing(tx, today, question).await,
        None => Ok(None),
    }
}

/// The same without one.
pub(super) async fn find(db: &impl ConnectionTrait, today: NaiveDate, id: Uuid) -> Result<Option<Standing>, DbErr> {
    match Entity::find_by_id(id).one(db).await? {
        Some(question) => standing(db, today, question).await,
        None => Ok(None),
    }
}

/// What a side of a course is asked now: the latest question that stands.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    course_id: Uuid,
) -> Result<Option<Standing>, DbErr> {
    let open = Entity::find().filter(Column::CourseId.eq(course_id)).filter(meeting_questions::open());
    match open.order_by_desc(Column::AskedAt).one(db).await? {
        Some(question) => standing(db, today, question).await,
        None => Ok(None),
    }
}

/// Whether a question to the mentor of a course left, or is to leave, since the step of a silence before this day could have been
/// taken.
pub(in crate::course) async fn is_lately_asked(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    rules: &Rules,
    course_id: Uuid,
) -> Result<bool, DbErr> {
    use messages::Column as Of;
    let since = begin_of(today + Days::new(1) - Days::new(rules.silence_step_days.unsigned_abs()));
    let asked = messages::Entity::find()
        .filter(Of::SubjectId.eq(course_id))
        .filter(Of::Kind.eq(ASKS_MENTOR))
        .filter(Of::QueuedAt.gte(since))
        .filter(Of::UnwantedAt.is_null())
        .filter(Of::GivenUpAt.is_null())
        .filter(Of::BouncedAt.is_null());
    Ok(asked.count(db).await? > 0)
}
