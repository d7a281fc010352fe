//! What follows when a course ends: one table, by the reason.

use chrono::{Days, NaiveDate};
use entity::{
    courses,
    courses::{Column, CourseClass},
    referrals,
    referrals::Reason,
};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, Query},
};

/// What becomes of the referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// A mentor is looked for again at once; the waiting time is kept.
    BackToQueue,
    /// Staff talk to the partner first, and then decide.
    PartnerFirst,
    /// No further course.
    Close,
}

/// What becomes of the mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForMentor {
    Nothing,
    /// Is proposed to nobody until staff, or the mentor, end the pause.
    Pause,
}

/// What follows an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consequences {
    pub onward: Onward,
    pub mentor: ForMentor,
    /// Calendar days of rest before a new attempt; advice for whoever decides.
    pub rest_days: u64,
}

const fn follows(onward: Onward, mentor: ForMentor, rest_days: u64) -> Consequences {
    Consequences { onward, mentor, rest_days }
}

/// A completed course has reached what it was for.
const AFTER_COMPLETION: Consequences = follows(Onward::Close, ForMentor::Nothing, 0);

/// What follows each reason of a course that was not completed.
pub const TABLE: [(Reason, Consequences); 12] = [
    (Reason::FoundJobOrEducation, follows(Onward::Close, ForMentor::Nothing, 0)),
    (Reason::NotReady, follows(Onward::PartnerFirst, ForMentor::Nothing, 60)),
    (Reason::NoLongerWants, follows(Onward::Close, ForMentor::Nothing, 0)),
    (Reason::NoTime, follows(Onward::PartnerFirst, ForMentor::Nothing, 30)),
    (Reason::NoContact, follows(Onward::PartnerFirst, ForMentor::Nothing, 0)),
    (Reason::PartnerWithdrew, follows(Onward::Close, ForMentor::Nothing, 0)),
    (Reason::MentorWithdrew, follows(Onward::BackToQueue, ForMentor::Pause, 0)),
    (Reason::OutsideTargetGroup, follows(Onward::Close, ForMentor::Nothing, 0)),
    (Reason::Moved, follows(Onward::Close, ForMentor::Nothing, 0)),
    (Reason::Mismatch, follows(Onward::BackToQueue, ForMentor::Nothing, 0)),
    (Reason::Concern, follows(Onward::PartnerFirst, ForMentor::Pause, 0)),
    (Reason::Other, follows(Onward::PartnerFirst, ForMentor::Nothing, 0)),
];

/// What follows a course of this class that ended for this reason.
pub fn consequences(class: CourseClass, reason: Option<Reason>) -> Consequences {
    if class == CourseClass::Completed {
        return AFTER_COMPLETION;
    }
    let row = TABLE.iter().find(|(known, _)| Some(*known) == reason);
    // An old record may lack its reason: somebody has to look at it.
    row.map_or(follows(Onward::PartnerFirst, ForMentor::Nothing, 0), |(_, follows)| *follows)
}

impl Consequences {
    /// The first day on which a new attempt is advised.
    pub fn not_before(self, ended_on: NaiveDate) -> Option<NaiveDate> {
        (self.rest_days > 0).then(|| ended_on + Days::new(self.rest_days))
    }
}

/// Ended courses after which staff have to talk to the partner, and have not decided yet: neither back to the queue,
/// nor closed, nor followed by another course. For a query on courses joined to their referrals.
pub fn awaiting_partner() -> Condition {
    let reasons = TABLE.iter().filter(|(_, follows)| follows.onward == Onward::PartnerFirst).map(|(reason, _)| *reason);
    let ended_on = || Expr::col((courses::Entity, Column::EndedOn));
    let undecided = |column| {
        let day = || Expr::col((referrals::Entity, column));
        Condition::any().add(day().is_null()).add(day().lt(ended_on()))
    };
    Condition::all()
        .add(Column::EndedOn.is_not_null())
        .add(Column::InterruptionReason.is_in(reasons))
        .add(undecided(referrals::Column::RequeuedOn))
        .add(undecided(referrals::Column::ClosedOn))
        .add(referrals::Column::WithdrawnOn.is_null())
        .add(Expr::exists(next_course()).not())
}

fn next_course() -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from_as(courses::Entity, "next")
        .and_where(Expr::col(("next", Column::RematchOf)).equals((courses::Entity, Column::Id)))
        .to_owned()
}
