//! The courses that are silent, since when, and what was done about it.

use std::{cmp::max, collections::HashMap};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Course, SilenceRow, contact_stops, courses, meetings,
    meetings::Attendance,
    planned_meetings,
    silence_steps::{self, Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, Query, SelectStatement},
};

use crate::{
    clock::local_date,
    config::Rules,
    course::{Facts, State, facts, in_state},
    referral::goes_on,
};

/// As of when, and by which rules.
#[derive(Clone, Copy)]
pub struct AsOf<'a> {
    pub now: DateTime<Utc>,
    pub rules: &'a Rules,
}

impl AsOf<'_> {
    pub fn today(self) -> NaiveDate {
        local_date(self.now)
    }
}

/// A course that is silent now.
pub(super) struct Silent {
    pub course: Course,
    /// The last meeting, the match, or the first day after a pause.
    pub since_on: NaiveDate,
    pub have_met: bool,
}

impl Silent {
    /// The first day on which it was.
    pub fn begun_on(&self, rules: &Rules) -> NaiveDate {
        let days = if self.have_met { rules.silent_after(self.course.rhythm_days) } else { rules.first_meeting_days };
        self.since_on + Duration::days(days + 1)
    }
}

/// Courses in which the two should have met by now, and have not agreed on a day: for a query that joins the referral.
fn silent_now(as_of: AsOf<'_>) -> Condition {
    let state = |state| in_state(state, as_of.rules, as_of.today());
    Condition::all()
        .add(Condition::any().add(state(State::AwaitingFirstMeeting)).add(state(State::Silent)))
        .add(goes_on())
        .add(contact_stops::of_course().not())
        .add(Expr::exists(agreed(as_of.now)).not())
}

fn agreed(now: DateTime<Utc>) -> SelectStatement {
    use planned_meetings::Column as Of;
    Query::select()
        .expr(Expr::val(1))
        .from(planned_meetings::Entity)
        .and_where(Expr::col((planned_meetings::Entity, Of::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .cond_where(planned_meetings::coming(now))
        .to_owned()
}

/// The courses that are silent now: of all, or this one where it is.
pub(super) async fn silent(
    db: &impl ConnectionTrait,
    as_of: AsOf<'_>,
    course: Option<Uuid>,
) -> Result<Vec<Silent>, DbErr> {
    let found = courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(silent_now(as_of))
        .filter(Condition::all().add_option(course.map(|id| courses::Column::Id.eq(id))));
    let found = found.all(db).await?;
    let ids: Vec<Uuid> = found.iter().map(|course| course.id).collect();
    let known = facts(db, &ids, as_of.today()).await?;
    let of = |course: Course| {
        let facts = known.get(&course.id).copied().unwrap_or_default();
        Silent { since_on: since(&course, &facts), have_met: facts.held > 0, course }
    };
    Ok(found.into_iter().map(of).collect())
}

/// The days of the last meetings that were agreed in them and whose time has come: until then none of them was silent.
pub(super) async fn last_agreed(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    silent: &[Silent],
) -> Result<HashMap<Uuid, NaiveDate>, DbErr> {
    use planned_meetings::Column as Of;
    let past = planned_meetings::Entity::find()
        .filter(Of::CourseId.is_in(silent.iter().map(|one| one.course.id)))
        .filter(Of::CancelledAt.is_null())
        .filter(Of::StartsAt.lte(now))
        .select_only()
        .column(Of::CourseId)
        .column_as(Of::StartsAt.max(), "last_at")
        .group_by(Of::CourseId);
    let past: Vec<(Uuid, DateTime<Utc>)> = past.into_tuple().all(db).await?;
    Ok(past.into_iter().map(|(course, at)| (course, local_date(at))).collect())
}

fn since(course: &Course, facts: &Facts) -> NaiveDate {
    let since = facts.last_held_on.unwrap_or(course.matched_on);
    facts.resumed_on.map_or(since, |on| max(on, since))
}

/// The steps to which staff are to see while the course is silent: for a query on steps that joins course and referral.
pub fn for_staff(as_of: AsOf<'_>) -> Condition {
    let of_now = Expr::exists(met_since()).not();
    Condition::all().add(silence_steps::for_staff()).add(silent_now(as_of)).add(of_now)
}

/// The courses that are silent and have such a step, for a query on courses that joins the referral.
pub fn waits_for_staff(as_of: AsOf<'_>) -> Condition {
    silent_now(as_of).add(Expr::exists(step_of_staff()))
}

/// The courses in a state of silence of which no step is of staff: the platform asks by itself, or a day is agreed.
pub fn looked_after(state: State, as_of: AsOf<'_>) -> Condition {
    in_state(state, as_of.rules, as_of.today())
        .add(contact_stops::of_course().not())
        .add(Expr::exists(step_of_staff()).not())
}

/// A step of the course around it to which staff are to see, unless the two have met since.
fn step_of_staff() -> SelectStatement {
    let mut step = Query::select();
    step.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .cond_where(silence_steps::for_staff())
        .and_where(Expr::exists(met_since()).not());
    step
}

/// A meeting after what the silence of the step counts from: then it is over.
pub fn met_since() -> SelectStatement {
    use meetings::Column as Of;
    Query::select()
        .expr(Expr::val(1))
        .from(meetings::Entity)
        .and_where(Expr::col((meetings::Entity, Of::CourseId)).equals((Entity, Column::CourseId)))
        .and_where(Of::Attendance.eq(Attendance::Held))
        .and_where(Expr::col((meetings::Entity, Of::HeldOn)).gt(Expr::col((Entity, Column::SinceOn))))
        .to_owned()
}

/// The ids of the steps of a course to which staff are to see.
pub(super) async fn waiting(db: &impl ConnectionTrait, as_of: AsOf<'_>, course_id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let own = Entity::find()
        .join(JoinType::InnerJoin, silence_steps::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(Column::CourseId.eq(course_id))
        .filter(for_staff(as_of));
    own.select_only().column(Column::Id).into_tuple().all(db).await
}

/// All that was ever done about silence in a course, the latest first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<SilenceRow>, DbErr> {
    let own = Entity::find().filter(Column::CourseId.eq(course_id));
    own.order_by_desc(Column::TakenOn).order_by_desc(Column::Id).all(db).await
}

/// What was done in these silences, by course: only what counts from the same day.
pub(super) async fn taken_in(db: &impl ConnectionTrait, silent: &[Silent]) -> Result<Vec<SilenceRow>, DbErr> {
    let ids = silent.iter().map(|one| one.course.id);
    let rows = Entity::find().filter(Column::CourseId.is_in(ids)).all(db).await?;
    let is_of_now =
        |row: &SilenceRow| silent.iter().any(|one| one.course.id == row.course_id && one.since_on == row.since_on);
    Ok(rows.into_iter().filter(is_of_now).collect())
}
