//! What comes of a question: a meeting in the log, or that there was none.

use chrono::{DateTime, Utc};
use entity::{
    Course, Meeting, MeetingQuestion, courses,
    meeting_questions::{self, Column, DidMeet, Entity, WhyNot},
    meetings::Attendance,
    mentors, planned_meetings,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait,
    JoinType, PaginatorTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::queries::{Standing, locked, mentee_had_time};
use crate::{
    clock::local_date,
    config::Rules,
    course::{
        meeting::{By, LogError, NewMeeting, same_day, write},
        stand_in::who_said,
    },
};

/// Open questions of which the clock can say what comes of them: both say no, the mentor alone has said something and the young person had time, or
/// they are of no use any more.
pub async fn to_settle(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Uuid>, DbErr> {
    let both_no = Column::MentorSaid.eq(DidMeet::NotMet).and(Column::MenteeSaid.eq(DidMeet::NotMet));
    let mentor_alone =
        mentee_had_time(rules, local_date(now)).add(Column::MentorSaid.is_not_null()).add(Column::MenteeSaid.is_null());
    let is_useless = Condition::any()
        .add(courses::Column::EndedOn.is_not_null())
        .add(planned_meetings::Column::CancelledAt.is_not_null());
    let settles = Condition::any().add(both_no).add(mentor_alone).add(is_useless);
    Entity::find()
        .join(JoinType::InnerJoin, meeting_questions::to_course())
        .join(JoinType::LeftJoin, meeting_questions::to_planned_meeting())
        .filter(meeting_questions::open())
        .filter(settles)
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// Settles one of them.
pub async fn settle(tx: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules, id: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    let Some(Standing { question, course, .. }) = locked(tx, today, id).await? else {
        return close(tx, now, id, None, None).await;
    };
    let had_time = Entity::find_by_id(id).filter(mentee_had_time(rules, today)).count(tx).await? > 0;
    let by = mentors_word(tx, (&course, &question)).await?;
    match (question.mentor_said, question.mentee_said) {
        (Some(DidMeet::Met), None) if had_time => in_log(log_met(tx, now, (&course, &question), by).await),
        (Some(DidMeet::NotMet), None) if had_time => in_log(log_not_met(tx, now, (&course, &question), by).await),
        (Some(DidMeet::NotMet), Some(DidMeet::NotMet)) => in_log(log_not_met(tx, now, (&course, &question), by).await),
        _ => Ok(()),
    }
}

/// What the log refuses is left to staff.
pub(super) fn in_log(logged: Result<(), LogError>) -> Result<(), DbErr> {
    match logged {
        Err(LogError::Db(error)) => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Whoever answered as a mentor, as the one who logs.
pub(super) async fn mentors_word(
    db: &impl ConnectionTrait,
    (course, question): (&Course, &MeetingQuestion),
) -> Result<By, DbErr> {
    let id = match question.mentor_said_at {
        Some(said_at) => who_said(db, course, (question.about_on, said_at)).await?,
        None => course.mentor_id,
    };
    let mentor = mentors::Entity::find_by_id(id).one(db).await?;
    let user = mentor.and_then(|mentor| mentor.user_id);
    let mentor = user.is_none().then_some(id);
    Ok(By { user, mentor, on_behalf_of: mentor.map(|_| "mentor") })
}

/// Logs that the two met, on the day that the mentor says, or the young person, or that was asked about. A meeting that stands
/// in the log of that day is the one.
pub(super) async fn log_met(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course, question): (&Course, &MeetingQuestion),
    by: By,
) -> Result<(), LogError> {
    let planned = match question.planned_meeting_id {
        Some(id) => planned_meetings::Entity::find_by_id(id).one(tx).await?,
        None => None,
    };
    let said = question.mentor_met_on.or(question.mentee_met_on).unwrap_or(question.about_on);
    let new = NewMeeting {
        minutes: planned.as_ref().map(|planned| planned.minutes),
        channel: planned.as_ref().map(|planned| planned.channel),
        ..NewMeeting::held(said)
    };
    logged(tx, now, (course, question), by, new).await
}

/// Notes that the two did not meet: with an agreed meeting as what it came to, where somebody says that; otherwise it is off.
pub(super) async fn log_not_met(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course, question): (&Course, &MeetingQuestion),
    by: By,
) -> Result<(), LogError> {
    let Some(planned) = question.planned_meeting_id else {
        return Ok(close(tx, now, question.id, Some(DidMeet::NotMet), None).await?);
    };
    if let Some(attendance) = attendance(question) {
        let new = NewMeeting { attendance, ..NewMeeting::held(question.about_on) };
        return logged(tx, now, (course, question), by, new).await;
    }
    let off = planned_meetings::ActiveModel {
        id: Set(planned),
        cancelled_at: Set(Some(now)),
        changed_at: Set(now),
        ..Default::default()
    };
    off.update(tx).await?;
    Ok(close(tx, now, question.id, Some(DidMeet::NotMet), None).await?)
}

async fn logged(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course, question): (&Course, &MeetingQuestion),
    by: By,
    new: NewMeeting,
) -> Result<(), LogError> {
    let meeting = match same_day(tx, course.id, &new).await? {
        Some(known) => known,
        None => write(tx, course, by, now, new).await?,
    };
    let outcome = if meeting.attendance == Attendance::Held { DidMeet::Met } else { DidMeet::NotMet };
    let own = is_free(tx, meeting.id).await?.then_some(meeting.id);
    Ok(close(tx, now, question.id, Some(outcome), own).await?)
}

/// Whether a meeting is the answer to no question yet.
async fn is_free(tx: &impl ConnectionTrait, meeting_id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::MeetingId.eq(meeting_id)).one(tx).await?.is_none())
}

/// What an agreed meeting came to, by what the two say of themselves, or else of each other.
fn attendance(question: &MeetingQuestion) -> Option<Attendance> {
    let is_own = |why: Option<WhyNot>| matches!(why, Some(WhyNot::Ill | WhyNot::Forgot | WhyNot::NotWanted));
    let is_of_other = |why: Option<WhyNot>| why == Some(WhyNot::NotReached);
    let (mentor, mentee) = (question.mentor_why, question.mentee_why);
    let told = [
        (is_own(mentee), Attendance::CancelledByMentee),
        (is_own(mentor), Attendance::CancelledByMentor),
        (is_of_other(mentor), Attendance::MenteeNoShow),
        (is_of_other(mentee), Attendance::MentorNoShow),
    ];
    told.into_iter().find_map(|(is_told, attendance)| is_told.then_some(attendance))
}

/// Ends an open question. One that is settled stays as it is.
async fn close(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    id: Uuid,
    outcome: Option<DidMeet>,
    meeting_id: Option<Uuid>,
) -> Result<(), DbErr> {
    let settled = meeting_questions::ActiveModel {
        settled_at: Set(Some(now)),
        outcome: Set(outcome),
        meeting_id: Set(meeting_id),
        ..Default::default()
    };
    let open = Entity::update_many().set(settled).filter(Column::Id.eq(id)).filter(meeting_questions::open());
    open.exec(tx).await.map(drop)
}

/// What is logged meanwhile is the answer to what was asked: of an agreed meeting by its day, otherwise where the two met since.
pub async fn answered_by(tx: &impl ConnectionTrait, now: DateTime<Utc>, meeting: &Meeting) -> Result<(), DbErr> {
    let is_held = meeting.attendance == Attendance::Held;
    let of_day = Column::PlannedMeetingId.is_not_null().and(Column::AboutOn.eq(meeting.held_on));
    let since = Column::PlannedMeetingId.is_null().and(Column::SinceOn.lte(meeting.held_on));
    let theirs = Condition::any().add(of_day).add_option(is_held.then_some(since));
    let open = Entity::find().filter(Column::CourseId.eq(meeting.course_id)).filter(meeting_questions::open());
    let outcome = if is_held { DidMeet::Met } else { DidMeet::NotMet };
    let is_free = is_free(tx, meeting.id).await?;
    for (place, question) in open.filter(theirs).all(tx).await?.into_iter().enumerate() {
        close(tx, now, question.id, Some(outcome), (is_free && place == 0).then_some(meeting.id)).await?;
    }
    Ok(())
}

/// What was logged never was.
pub async fn answered_no_more(tx: &impl ConnectionTrait, meeting_id: Uuid) -> Result<(), DbErr> {
    let gone = meeting_questions::ActiveModel {
        meeting_id: Set(None),
        outcome: Set(Some(DidMeet::NotMet)),
        ..Default::default()
    };
    Entity::update_many().set(gone).filter(Column::MeetingId.eq(meeting_id)).exec(tx).await.map(drop)
}
