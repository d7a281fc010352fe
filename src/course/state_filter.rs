//! The states as conditions on courses, for lists. They say the same as [`state`](super::state).

use chrono::{Duration, NaiveDate};
use entity::{course_pauses, courses, courses::CourseClass, meetings, meetings::Attendance};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoSimpleExpr, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{CaseStatement, Expr, ExprTrait, SelectStatement},
};

use super::{
    State,
    agreement::{LONGEST_RHYTHM, SHORTEST_RHYTHM},
    class::ENOUGH_MEETINGS,
};
use crate::config::Rules;

/// The courses that stand so today.
pub fn in_state(state: State, rules: &Rules, today: NaiveDate) -> Condition {
    let running = Condition::all().add(courses::Column::EndedOn.is_null());
    let in_time = running.clone().add(courses::Column::PlannedEndOn.gte(today));
    let going = in_time.clone().add(is_paused(today).not());
    let first_due = today - Duration::days(rules.first_meeting_days);
    match state {
        State::InTransition => running.add(courses::Column::PlannedEndOn.lt(today)),
        State::Paused => in_time.add(is_paused(today)),
        State::Matched => going.add(has_met().not()).add(is_recent(first_due, today)),
        State::AwaitingFirstMeeting => going.add(has_met().not()).add(is_recent(first_due, today).not()),
        State::Active => going.add(has_met()).add(has_met_lately(rules, today)),
        State::Silent => going.add(has_met()).add(has_met_lately(rules, today).not()),
        State::Completed => is_of_class(CourseClass::Completed),
        State::Interrupted => is_of_class(CourseClass::Interrupted),
        State::EndedEarly => is_of_class(CourseClass::EndedEarly),
    }
}

/// The ended courses of a class: as staff decided, otherwise as the rule says.
pub fn is_of_class(class: CourseClass) -> Condition {
    let enough = || held_count().gte(i64::from(ENOUGH_MEETINGS));
    let ran_to_its_end = Expr::col((courses::Entity, courses::Column::EndedOn))
        .gte(Expr::col((courses::Entity, courses::Column::PlannedEndOn)));
    let by_rule = match class {
        CourseClass::Completed => Condition::all().add(enough()).add(ran_to_its_end),
        CourseClass::Interrupted => Condition::all().add(enough().not()),
        CourseClass::EndedEarly => Condition::all().add(enough()).add(ran_to_its_end.not()),
    };
    let by_rule = by_rule.add(courses::Column::ClassOverride.is_null());
    let counts = Condition::any().add(courses::Column::ClassOverride.eq(class)).add(by_rule);
    Condition::all().add(courses::Column::EndedOn.is_not_null()).add(counts)
}

/// The day since which a course has to have met, by its rhythm. Only a rhythm so short that it matters has a day of its own.
fn quiet_since(rules: &Rules, today: NaiveDate) -> Expr {
    let since = |rhythm| Expr::val(today - Duration::days(rules.silent_after(rhythm)));
    let rhythm = || Expr::col((courses::Entity, courses::Column::RhythmDays));
    let short = (SHORTEST_RHYTHM..=LONGEST_RHYTHM).filter(|days| rules.silent_after(Some(*days)) < rules.silence_days);
    let by_rhythm = CaseStatement::new().case(rhythm().is_null(), since(None));
    let by_rhythm = short.fold(by_rhythm, |cases, days| cases.case(rhythm().eq(days), since(Some(days))));
    by_rhythm.finally(Expr::val(today - Duration::days(rules.silence_days))).into()
}

/// Matched, or running again after a pause, on this day or later.
fn is_recent(day: NaiveDate, today: NaiveDate) -> Expr {
    courses::Column::MatchedOn.gte(day).or(has_resumed_since(Expr::val(day - Duration::days(1)), today))
}

/// A meeting, or the end of a pause, since the day by which the course would be silent.
fn has_met_lately(rules: &Rules, today: NaiveDate) -> Expr {
    let met = held().filter(meetings::Column::HeldOn.into_simple_expr().gte(quiet_since(rules, today))).into_query();
    Expr::exists(met).or(has_resumed_since(quiet_since(rules, today - Duration::days(1)), today))
}

fn has_met() -> Expr {
    Expr::exists(held().into_query())
}

/// How many meetings of the course of the row around this were held.
pub(super) fn held_count() -> Expr {
    let count: SelectStatement = held().select_only().column_as(meetings::Column::Id.count(), "held").into_query();
    count.into()
}

/// A pause goes on.
pub fn is_paused(today: NaiveDate) -> Expr {
    let goes_on = course_pauses::Column::UntilOn.is_null().or(course_pauses::Column::UntilOn.gte(today));
    Expr::exists(pauses().filter(course_pauses::Column::FromOn.lte(today)).filter(goes_on).into_query())
}

/// A pause whose last day was this one or later, and before today. The last day named belongs to the pause.
fn has_resumed_since(day: Expr, today: NaiveDate) -> Expr {
    let last = course_pauses::Column::UntilOn;
    Expr::exists(pauses().filter(last.into_simple_expr().gte(day)).filter(last.lt(today)).into_query())
}

/// The held meetings of the course of the outer query.
fn held() -> sea_orm::Select<meetings::Entity> {
    meetings::Entity::find()
        .filter(
            Expr::col((meetings::Entity, meetings::Column::CourseId)).equals((courses::Entity, courses::Column::Id)),
        )
        .filter(meetings::Column::Attendance.eq(Attendance::Held))
}

/// The pauses of the course of the outer query.
fn pauses() -> sea_orm::Select<course_pauses::Entity> {
    course_pauses::Entity::find().filter(
        Expr::col((course_pauses::Entity, course_pauses::Column::CourseId))
            .equals((courses::Entity, courses::Column::Id)),
    )
}
