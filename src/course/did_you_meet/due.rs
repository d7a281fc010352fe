//! The occasions on which two are asked: an agreed meeting has passed, the day has passed on which they meant to meet instead,
//! or the agreed rhythm has.

use std::{cmp::max, collections::HashSet};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use entity::{
    Course, MeetingQuestion, PlannedMeeting, contact_stops, course_pauses, courses,
    meeting_questions::{self, Column},
    meetings, planned_meetings,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use crate::{
    clock::{begin_of, local_date},
    config::Rules,
    course::{last_meeting_on, state_filter::is_paused},
    referral::goes_on,
};

/// Days after an occasion on which it is still asked about; and so many lie between two questions about a rhythm.
const FRESH: u64 = 7;

/// What two are asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Occasion {
    pub course_id: Uuid,
    pub planned: Option<Uuid>,
    /// The day of the agreed meeting, or on which the rhythm had passed.
    pub about_on: NaiveDate,
    /// The first day of which a meeting answers it.
    pub since_on: NaiveDate,
}

/// As of when it is asked, and of which course; all of them, where none is named.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub now: DateTime<Utc>,
    pub rules: &'a Rules,
    pub course: Option<Uuid>,
}

impl Asking<'_> {
    fn today(self) -> NaiveDate {
        local_date(self.now)
    }

    /// Courses that run, without a pause or a stop of contact, and whose young person wants a mentor: for a query that joins the referral.
    fn going(self) -> Condition {
        Condition::all()
            .add(courses::Column::EndedOn.is_null())
            .add(is_paused(self.today()).not())
            .add(goes_on())
            .add(contact_stops::of_course().not())
            .add_option(self.course.map(|id| courses::Column::Id.eq(id)))
    }
}

/// What is to be asked now; of a course with several occasions the most certain stands first.
pub(super) async fn occasions(db: &impl ConnectionTrait, asking: Asking<'_>) -> Result<Vec<Occasion>, DbErr> {
    let mut all = planned(db, asking).await?;
    all.extend(postponed(db, asking).await?);
    all.extend(rhythm(db, asking).await?);
    Ok(all)
}

/// Agreed meetings of the last days of which nobody has said what became of them.
async fn planned(db: &impl ConnectionTrait, asking: Asking<'_>) -> Result<Vec<Occasion>, DbErr> {
    use planned_meetings::Column as Of;
    let today = asking.today();
    let asked = own_questions(|question| question.equals((planned_meetings::Entity, Of::Id)), Column::PlannedMeetingId);
    let found = planned_meetings::Entity::find()
        .join(JoinType::InnerJoin, planned_meetings::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(asking.going())
        .filter(planned_meetings::unanswered(asking.now))
        .filter(Of::StartsAt.lt(begin_of(today)))
        .filter(Of::StartsAt.gte(begin_of(today - Days::new(FRESH))))
        .filter(Expr::exists(asked).not())
        .order_by_desc(Of::StartsAt);
    let of = |meeting: PlannedMeeting| {
        let day = local_date(meeting.starts_at);
        Occasion { course_id: meeting.course_id, planned: Some(meeting.id), about_on: day, since_on: day }
    };
    Ok(found.all(db).await?.into_iter().map(of).collect())
}

/// Days that were said to be agreed instead.
async fn postponed(db: &impl ConnectionTrait, asking: Asking<'_>) -> Result<Vec<Occasion>, DbErr> {
    let today = asking.today();
    let found = meeting_questions::Entity::find()
        .join(JoinType::InnerJoin, meeting_questions::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(asking.going())
        .filter(Column::NextOn.lt(today))
        .filter(Column::NextOn.gte(today - Days::new(FRESH)));
    let found: Vec<MeetingQuestion> = found.all(db).await?;
    let ids: Vec<Uuid> = found.iter().map(|question| question.course_id).collect();
    let met = last_meeting_on(db, &ids).await?;
    let asked = meeting_questions::Entity::find().filter(Column::CourseId.is_in(ids));
    let asked: HashSet<(Uuid, NaiveDate)> =
        asked.all(db).await?.into_iter().map(|question| (question.course_id, question.about_on)).collect();
    let of = |question: MeetingQuestion| {
        let (course_id, about_on) = (question.course_id, question.next_on?);
        let since_on = question.about_on + Days::new(1);
        let have_met = met.get(&course_id).is_some_and(|last| *last >= since_on);
        let is_new = !have_met && !asked.contains(&(course_id, about_on));
        is_new.then_some(Occasion { course_id, planned: None, about_on, since_on })
    };
    Ok(found.into_iter().filter_map(of).collect())
}

#[derive(FromQueryResult)]
struct Since {
    #[sea_orm(nested)]
    course: Course,
    last_held_on: Option<NaiveDate>,
    paused_until: Option<NaiveDate>,
}

/// Courses in which the rhythm has passed since the last meeting, the match, or a pause, and nothing is agreed.
async fn rhythm(db: &impl ConnectionTrait, asking: Asking<'_>) -> Result<Vec<Occasion>, DbErr> {
    use planned_meetings::Column as Of;
    let today = asking.today();
    let own = || Expr::col((courses::Entity, courses::Column::Id));
    let lately = own_questions(|course| course.eq(own()), Column::CourseId)
        .and_where(Expr::col((meeting_questions::Entity, Column::AskedAt)).gt(begin_of(today - Days::new(FRESH))))
        .to_owned();
    let mut agreed = Query::select();
    agreed
        .expr(Expr::val(1))
        .from(planned_meetings::Entity)
        .and_where(Expr::col((planned_meetings::Entity, Of::CourseId)).eq(own()))
        .cond_where(planned_meetings::open());
    let found = courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .expr_as(last_held(), "last_held_on")
        .expr_as(last_paused(today), "paused_until")
        .filter(asking.going())
        .filter(courses::Column::PlannedEndOn.gte(today))
        .filter(Expr::exists(lately).not())
        .filter(Expr::exists(agreed).not());
    let found: Vec<Since> = found.into_model().all(db).await?;
    Ok(found.into_iter().filter_map(|since| passed(asking.rules, today, &since)).collect())
}

fn passed(rules: &Rules, today: NaiveDate, known: &Since) -> Option<Occasion> {
    let resumed = known.paused_until.and_then(|until| until.succ_opt());
    let since = known.last_held_on.unwrap_or(known.course.matched_on);
    let about_on = resumed.map_or(since, |on| max(on, since)) + Duration::days(rules.rhythm(known.course.rhythm_days));
    let is_due = about_on < today && about_on >= today - Days::new(FRESH);
    let since_on = known.last_held_on.map_or(since, |last| last + Days::new(1));
    is_due.then_some(Occasion { course_id: known.course.id, planned: None, about_on, since_on })
}

/// Questions one of whose columns is so.
fn own_questions(is_so: impl FnOnce(Expr) -> Expr, column: Column) -> SelectStatement {
    let mut questions = Query::select();
    questions
        .expr(Expr::val(1))
        .from(meeting_questions::Entity)
        .and_where(is_so(Expr::col((meeting_questions::Entity, column))));
    questions
}

fn last_held() -> SelectStatement {
    use meetings::Column as Of;
    let mut last = Query::select();
    last.expr(Expr::col((meetings::Entity, Of::HeldOn)).max())
        .from(meetings::Entity)
        .and_where(Expr::col((meetings::Entity, Of::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .and_where(Of::Attendance.eq(meetings::Attendance::Held));
    last
}

/// The last day of the latest pause that is over.
fn last_paused(today: NaiveDate) -> SelectStatement {
    use course_pauses::Column as Of;
    let mut last = Query::select();
    last.expr(Expr::col((course_pauses::Entity, Of::UntilOn)).max())
        .from(course_pauses::Entity)
        .and_where(Expr::col((course_pauses::Entity, Of::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .and_where(Of::UntilOn.lt(today));
    last
}
