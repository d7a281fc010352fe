//! The states of a referral as the database understands them, for filters and for many rows at once.

use entity::{courses, proposals, referrals::Column, referrals::Entity};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Asterisk, CaseStatement, Expr, ExprTrait, Func, IntoCondition, Query, SelectStatement},
};

use super::State;

use crate::word::Worded;

/// Referrals that stand so. Says the same as [`state_code`], in a form that indexes serve; a test compares the two.
pub fn in_state(state: State) -> Condition {
    let stands = Condition::all().add(Column::WithdrawnOn.is_null()).add(Column::DeclinedOn.is_null());
    match state {
        State::Withdrawn => Column::WithdrawnOn.is_not_null().into_condition(),
        State::Declined => Column::WithdrawnOn.is_null().and(Column::DeclinedOn.is_not_null()).into_condition(),
        State::InCourse => stands.add(exist(running_courses())),
        State::Proposed => stands.add(exist(running_courses()).not()).add(exist(open_proposals())),
        State::Finished => idle(stands).add(exist(courses())).add(is_over(exist(courses_ended_after_requeue()))),
        State::NotStarted => idle(stands).add(exist(courses()).not()).add(Column::ClosedOn.is_not_null()),
        State::Waiting => queued(stands).add(Column::AcceptedOn.is_not_null()),
        State::QuestionAsked => queued(stands).add(Column::AcceptedOn.is_null()).add(is_question_open()),
        State::AwaitingAnswer => queued(stands).add(Column::AcceptedOn.is_null()).add(is_question_closed()),
    }
}

/// Where each referral stands, as a column that holds [`State::code`].
///
/// It counts where [`in_state`] asks whether there is any: for that, PostgreSQL would first look through all courses there
/// are, though only a page of referrals is asked about.
pub(super) fn state_code() -> Expr {
    let through = Condition::all().add(are_some(courses())).add(is_over(are_some(courses_ended_after_requeue())));
    CaseStatement::new()
        .case(Column::WithdrawnOn.is_not_null(), State::Withdrawn.code())
        .case(Column::DeclinedOn.is_not_null(), State::Declined.code())
        .case(are_some(running_courses()), State::InCourse.code())
        .case(are_some(open_proposals()), State::Proposed.code())
        .case(through, State::Finished.code())
        .case(Column::ClosedOn.is_not_null(), State::NotStarted.code())
        .case(Column::AcceptedOn.is_not_null(), State::Waiting.code())
        .case(is_question_open(), State::QuestionAsked.code())
        .finally(State::AwaitingAnswer.code())
        .into()
}

fn are_some(mut rows: SelectStatement) -> Expr {
    rows.expr(Func::count(Expr::col(Asterisk)));
    Expr::from(rows).gt(0)
}

fn exist(mut rows: SelectStatement) -> Expr {
    rows.expr(Expr::val(1));
    Expr::exists(rows)
}

/// Neither proposed nor in a course now.
fn idle(stands: Condition) -> Condition {
    stands.add(exist(running_courses()).not()).add(exist(open_proposals()).not())
}

/// Not closed, and not through with its courses.
fn queued(stands: Condition) -> Condition {
    // Without a course, or led back after the last one ended: one question, so that a database answers it for all at once.
    let goes_against =
        Condition::any().add(Column::RequeuedOn.is_null()).add(ended_on().gt(Expr::col((Entity, Column::RequeuedOn))));
    let through = courses().cond_where(goes_against).take();
    idle(stands).add(Column::ClosedOn.is_null()).add(exist(through).not())
}

fn is_over(has_ended_after_requeue: Expr) -> Condition {
    Condition::any().add(Column::ClosedOn.is_not_null()).add(Column::RequeuedOn.is_null()).add(has_ended_after_requeue)
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

/// The courses of each referral.
fn courses() -> SelectStatement {
    let mut courses = Query::select();
    courses
        .from(courses::Entity)
        .and_where(Expr::col((courses::Entity, courses::Column::ReferralId)).equals((Entity, Column::Id)));
    courses
}

fn running_courses() -> SelectStatement {
    courses().and_where(courses::Column::EndedOn.is_null()).take()
}

fn courses_ended_after_requeue() -> SelectStatement {
    courses().and_where(ended_on().gt(Expr::col((Entity, Column::RequeuedOn)))).take()
}

fn ended_on() -> Expr {
    Expr::col((courses::Entity, courses::Column::EndedOn))
}

fn open_proposals() -> SelectStatement {
    let mut open = Query::select();
    open.from(proposals::Entity)
        .and_where(Expr::col((proposals::Entity, proposals::Column::ReferralId)).equals((Entity, Column::Id)))
        .and_where(proposals::Column::ClosedAt.is_null());
    open
}
