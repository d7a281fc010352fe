//! What staff have to see to in a course besides its state, for lists.

use chrono::NaiveDate;
use entity::{
    advice_requests, calendar_answers,
    courses::{self, Column},
    follow_up_tries, follow_ups, goals, meeting_questions, planned_meetings, silence_steps,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::{
    State, did_you_meet, expectations, onward,
    silence::{self, AsOf},
    ways,
};
use crate::{clock::begin_of, config::Rules, word::Worded};

/// Something that staff have to see to in a course that runs, or that has ended lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The first meeting should have been held by now, and no step about it is of staff.
    FirstMeeting,
    /// They should have met again by now, and no step about it is of staff.
    Silent,
    /// Nobody has said whether the two met on an earlier day, as they had agreed.
    Answer,
    /// A calendar said no to a meeting that is still to come.
    No,
    /// Nothing that is written to the young person arrives by any of their own ways.
    Way,
    /// An address or a number of the young person is dead, and there is another way to them, or none but that.
    DeadWay,
    /// Whether the two met was asked, and staff are to find out.
    Met,
    /// The young person is silent, and the next step is of staff.
    Silence,
    /// The day of a step on the way to the goal has come.
    Goal,
    /// The day of what was to be done next after a follow-up has come.
    Step,
    /// The mentor asked for advice.
    Advice,
    /// The first meeting is near, and one side has not said what they expect.
    Expectations,
    /// Nobody has said what comes after it, and the planned end is near.
    Onward,
    /// It ended lately, and nobody has said what came after it.
    EndedWithoutOnward,
}

impl Worded for Need {
    const KEY: &'static str = "course-need";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::FirstMeeting, "first-meeting", ""),
        (Self::Silent, "silent", ""),
        (Self::Answer, "answer", ""),
        (Self::No, "no", ""),
        (Self::Met, "met", ""),
        (Self::Silence, "silence", ""),
        (Self::Goal, "goal", ""),
        (Self::Step, "step", ""),
        (Self::Advice, "advice", ""),
        (Self::Way, "way", ""),
        (Self::DeadWay, "dead-way", ""),
        (Self::Expectations, "expectations", ""),
        (Self::Onward, "onward", ""),
        (Self::EndedWithoutOnward, "no-onward", ""),
    ];
}

impl Need {
    /// The courses that need it on a day, for a query that joins their young people.
    pub fn condition(self, rules: &Rules, today: NaiveDate) -> Condition {
        let is_among = |courses: SelectStatement| Condition::all().add(Column::Id.in_subquery(courses));
        let as_of = AsOf { now: begin_of(today), rules };
        let needs = match self {
            Self::FirstMeeting => silence::looked_after(State::AwaitingFirstMeeting, as_of),
            Self::Silent => silence::looked_after(State::Silent, as_of),
            Self::Answer => is_among(of_courses(planned_meetings::Entity::find(), today)),
            Self::No => is_among(nos(today).column(planned_meetings::Column::CourseId).into_query()),
            Self::Met => is_among(unsettled(rules, today).column(meeting_questions::Column::CourseId).into_query()),
            Self::Silence => silence::waits_for_staff(as_of),
            Self::Goal => is_among(
                goals::Entity::find()
                    .filter(goals::due(today))
                    .select_only()
                    .column(goals::Column::CourseId)
                    .into_query(),
            ),
            Self::Step => is_among(steps_due(today).column(follow_ups::Column::CourseId).into_query()),
            // A question waits for its answer also when the course is over.
            Self::Advice => return is_among(asking().column(advice_requests::Column::CourseId).into_query()),
            Self::Way => ways::is_unreachable(),
            Self::DeadWay => ways::has_dead_way(),
            Self::Expectations => expectations::missing(today),
            Self::Onward => onward::missing(rules, today),
            Self::EndedWithoutOnward => return onward::ended_without(today),
        };
        needs.add(Column::EndedOn.is_null())
    }
}

fn of_courses(planned: Select<planned_meetings::Entity>, today: NaiveDate) -> SelectStatement {
    use planned_meetings::Column as Of;
    planned.filter(unanswered(today)).select_only().column(Of::CourseId).into_query()
}

/// Agreed meetings of earlier days of which nobody has said anything, and about which neither side was asked.
fn unanswered(today: NaiveDate) -> Condition {
    use meeting_questions::Column as Of;
    let asked = meeting_questions::Entity::find().select_only().column(Of::PlannedMeetingId);
    let asked = asked.filter(Of::PlannedMeetingId.is_not_null()).into_query();
    planned_meetings::open()
        .add(planned_meetings::Column::StartsAt.lt(begin_of(today)))
        .add(planned_meetings::Column::Id.not_in_subquery(asked))
}

/// What calendars say no to of the meetings of today and later, with the meeting.
fn nos(today: NaiveDate) -> Select<calendar_answers::Entity> {
    calendar_answers::Entity::find()
        .join(JoinType::InnerJoin, calendar_answers::to_planned_meeting())
        .filter(calendar_answers::declined())
        .filter(planned_meetings::open().add(planned_meetings::Column::StartsAt.gte(begin_of(today))))
        .select_only()
}

/// When the first such no of a course came in, for a query on courses.
pub fn no_since(today: NaiveDate) -> Expr {
    let meeting = Expr::col((planned_meetings::Entity, planned_meetings::Column::CourseId));
    let own = nos(today).filter(meeting.equals((courses::Entity, Column::Id)));
    Expr::from(own.expr(calendar_answers::Column::ToldAt.min()).into_query())
}

/// The questions whether two met that staff are to find out about.
fn unsettled(rules: &Rules, today: NaiveDate) -> Select<meeting_questions::Entity> {
    let for_staff = Condition::any().add(did_you_meet::disagreements()).add(did_you_meet::unanswered(rules, today));
    meeting_questions::Entity::find().filter(for_staff).select_only()
}

/// The day that the first such question of the course around it is about, for a query on courses.
pub fn unsettled_since(rules: &Rules, today: NaiveDate) -> Expr {
    use meeting_questions::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    Expr::from(unsettled(rules, today).filter(own).expr(Of::AboutOn.min()).into_query())
}

/// The day on which the next step about a silent young person became one of staff, for a query on courses. A silence that a
/// meeting ended says nothing of the next one.
pub fn silence_since() -> Expr {
    use silence_steps::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    let first = Entity::find().filter(silence_steps::for_staff()).filter(own);
    let first = first.filter(Expr::exists(silence::met_since()).not());
    Expr::from(first.select_only().expr(Of::TakenOn.min()).into_query())
}

/// The first day that has come of the steps on the way to the goal, for a query on courses.
pub fn goal_since(today: NaiveDate) -> Expr {
    use goals::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    let first = Entity::find().filter(goals::due(today)).filter(own).select_only().expr(Of::DueOn.min());
    Expr::from(first.into_query())
}

/// The words of that step, for a query on courses.
pub fn goal_text(today: NaiveDate) -> Expr {
    use goals::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    let first = Entity::find().filter(goals::due(today)).filter(own).order_by_asc(Of::DueOn).order_by_asc(Of::Id);
    Expr::from(first.limit(1).select_only().column(Of::Text).into_query())
}

/// When the first of the agreed meetings was of which nobody has said anything, for a query on courses.
pub fn unanswered_since(today: NaiveDate) -> Expr {
    use planned_meetings::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    let first = Entity::find().filter(unanswered(today)).filter(own).select_only().expr(Of::StartsAt.min());
    Expr::from(first.into_query())
}

/// What was to be done by a day after a follow-up, with the follow-up.
fn steps_due(today: NaiveDate) -> Select<follow_up_tries::Entity> {
    let tries = follow_up_tries::Entity::find().filter(follow_up_tries::steps_due(today));
    tries.join(JoinType::InnerJoin, follow_up_tries::to_follow_up()).select_only()
}

/// The first day that has come of what was to be done after a follow-up, for a query on courses.
pub fn step_since(today: NaiveDate) -> Expr {
    let own = Expr::col((follow_ups::Entity, follow_ups::Column::CourseId)).equals((courses::Entity, Column::Id));
    Expr::from(steps_due(today).filter(own).expr(follow_up_tries::Column::StepOn.min()).into_query())
}

/// What mentors asked and nobody has answered.
fn asking() -> Select<advice_requests::Entity> {
    advice_requests::Entity::find().filter(advice_requests::open()).select_only()
}

/// When the first such question of a course was asked, for a query on courses.
pub fn asked_since() -> Expr {
    use advice_requests::{Column as Of, Entity};
    let own = Expr::col((Entity, Of::CourseId)).equals((courses::Entity, Column::Id));
    Expr::from(asking().filter(own).expr(Of::AskedAt.min()).into_query())
}
