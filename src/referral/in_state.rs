//! The states of a referral as the database understands them, for filters and for many rows at once.

use entity::{courses, proposals, referrals::Column, referrals::Entity};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, Func, IntoCondition, Query, SelectStatement},
};

use super::State;

/// The names of the columns that tell what followed a referral.
pub(super) const HAS_OPEN_PROPOSAL: &str = "has_open_proposal";
pub(super) const HAS_RUNNING_COURSE: &str = "has_running_course";
pub(super) const LAST_COURSE_ENDED_ON: &str = "last_course_ended_on";

/// Referrals that stand so. Says the same as [`super::state`]; a test compares the two.
pub fn in_state(state: State) -> Condition {
    let stands = Condition::all().add(Column::WithdrawnOn.is_null()).add(Column::DeclinedOn.is_null());
    match state {
        State::Withdrawn => Column::WithdrawnOn.is_not_null().into_condition(),
        State::Declined => Column::WithdrawnOn.is_null().and(Column::DeclinedOn.is_not_null()).into_condition(),
        State::InCourse => stands.add(has_running_course()),
        State::Proposed => stands.add(has_running_course().not()).add(has_open_proposal()),
        State::Finished => idle(stands).add(has_course()).add(is_over()),
        State::NotStarted => idle(stands).add(has_course().not()).add(Column::ClosedOn.is_not_null()),
        State::Waiting => queued(stands).add(Column::AcceptedOn.is_not_null()),
        State::QuestionAsked => queued(stands).add(Column::AcceptedOn.is_null()).add(is_question_open()),
        State::AwaitingAnswer => queued(stands).add(Column::AcceptedOn.is_null()).add(is_question_closed()),
    }
}

/// Neither proposed nor in a course now.
fn idle(stands: Condition) -> Condition {
    stands.add(has_running_course().not()).add(has_open_proposal().not())
}

/// Not closed, and not through with its courses.
fn queued(stands: Condition) -> Condition {
    let led_back = Column::RequeuedOn.is_not_null().and(has_ended_after_requeue().not());
    idle(stands).add(Column::ClosedOn.is_null()).add(Condition::any().add(has_course().not()).add(led_back))
}

fn is_over() -> Condition {
    Condition::any()
        .add(Column::ClosedOn.is_not_null())
        .add(Column::RequeuedOn.is_null())
        .add(has_ended_after_requeue())
}

fn is_question_open() -> Condition {
    let unanswered = Column::AnsweredAt.is_null();
    let asked_again = Expr::col((Entity, Column::AnsweredAt)).lt(Expr::col((Entity, Column::AskedAt)));
    Condition::all().add(Column::AskedAt.is_not_null()).add(Condition::any().add(unanswered).add(asked_again))
}

fn is_question_closed() -> Condition {
    let answered = Expr::col((Entity, Column::AnsweredAt)).gte(Expr::col((Entity, Column::AskedAt)));
    Condition::any().add(Column::AskedAt.is_null()).add(answered)
}

fn of_referral(courses: &mut SelectStatement) -> &mut SelectStatement {
    courses
        .from(courses::Entity)
        .and_where(Expr::col((courses::Entity, courses::Column::ReferralId)).equals((Entity, Column::Id)))
}

fn has_course() -> Expr {
    let mut courses = Query::select();
    of_referral(&mut courses).expr(Expr::val(1));
    Expr::exists(courses)
}

pub(super) fn has_running_course() -> Expr {
    let mut courses = Query::select();
    of_referral(&mut courses).expr(Expr::val(1)).and_where(courses::Column::EndedOn.is_null());
    Expr::exists(courses)
}

fn has_ended_after_requeue() -> Expr {
    let ended_on = Expr::col((courses::Entity, courses::Column::EndedOn));
    let mut courses = Query::select();
    of_referral(&mut courses).expr(Expr::val(1)).and_where(ended_on.gt(Expr::col((Entity, Column::RequeuedOn))));
    Expr::exists(courses)
}

pub(super) fn last_course_ended_on() -> Expr {
    let mut courses = Query::select();
    of_referral(&mut courses).expr(Func::max(Expr::col((courses::Entity, courses::Column::EndedOn))));
    courses.into()
}

pub(super) fn has_open_proposal() -> Expr {
    let mut open = Query::select();
    open.expr(Expr::val(1))
        .from(proposals::Entity)
        .and_where(Expr::col((proposals::Entity, proposals::Column::ReferralId)).equals((Entity, Column::Id)))
        .and_where(proposals::Column::ClosedAt.is_null());
    Expr::exists(open)
}
