//! Whether a young person who has waited long still wants a mentor: asked again before one is looked for.
//!
//! A proposal to somebody who has lost interest holds a mentor's seat for nothing, and a mentor who said yes is let down.

mod act;
mod by_clock;
pub mod handlers;
pub mod letters;
mod pages;

pub use act::{answer, ask, confirm};
pub use by_clock::{ask_again, ask_unsure, close_unanswered, overdue, unanswered, unsure};

use chrono::{Days, NaiveDate};
use entity::{
    Referral, imported_things,
    referrals::{Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::{State, agreement::goes_on, hold::is_free, in_state};
use crate::config::Rules;

/// Calendar days that somebody has to answer before they are reminded, and staff are to ask in another way.
pub const ANSWER_DAYS: u64 = 7;

/// What is known of the interest of somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interest {
    /// It was told not long ago.
    Known,
    /// Nobody has said so since this day.
    Unsure(NaiveDate),
    /// Asked on this day; there is no answer yet.
    Asked(NaiveDate),
}

impl Interest {
    /// When it was asked, while there is no answer.
    pub fn asked_on(self) -> Option<NaiveDate> {
        match self {
            Self::Asked(on) => Some(on),
            Self::Known | Self::Unsure(_) => None,
        }
    }

    pub fn is_known(self) -> bool {
        self == Self::Known
    }
}

/// What the clock does with a question to which nobody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// The day on which it is asked once more.
    pub reminded_on: NaiveDate,
    /// The first day on which the referral can be closed, if the reminder arrived.
    pub closes_on: NaiveDate,
}

impl Waits {
    pub fn since(asked_on: NaiveDate, rules: &Rules) -> Self {
        let closes_on = asked_on + Days::new(rules.interest_close_days.unsigned_abs());
        Self { reminded_on: asked_on + Days::new(ANSWER_DAYS), closes_on }
    }
}

/// What is known on a day of the interest behind a referral that waits.
pub fn interest(referral: &Referral, rules: &Rules, today: NaiveDate) -> Interest {
    let told = [referral.requeued_on, referral.interest_confirmed_on].into_iter().flatten();
    let told = told.fold(referral.referred_on, std::cmp::Ord::max);
    if told > last_known(rules, today) {
        return Interest::Known;
    }
    let asked = referral.interest_asked_on.filter(|asked| *asked > told);
    asked.map_or(Interest::Unsure(told), Interest::Asked)
}

/// Referrals that wait and of which staff are to ask on a day whether a mentor is still wanted: nobody has said so for
/// long, and nobody was asked within the last week. About whoever is held back there is something else to do first.
fn to_ask(rules: &Rules, today: NaiveDate) -> Condition {
    wait_freely(today).add(is_unsure(rules, today))
}

/// Of them those that staff see to by themselves. Whoever came by a file waits until staff have said whether they are written to:
/// the file is the line until then.
pub fn to_ask_by_staff(rules: &Rules, today: NaiveDate) -> Condition {
    to_ask(rules, today).add(imported_things::waits_for_word(Column::Id.into_expr()).not())
}

/// Referrals for which staff are to find a mentor on a day: they wait, nothing keeps them back, and nobody is to be asked
/// first whether one is still wanted.
pub fn to_match(rules: &Rules, today: NaiveDate) -> Condition {
    wait_freely(today).add(is_unsure(rules, today).not())
}

/// Referrals that wait, that nothing keeps back, and whose young person has not said no to a mentor.
fn wait_freely(today: NaiveDate) -> Condition {
    in_state(State::Waiting).add(is_free(today)).add(goes_on())
}

/// Referrals that wait and whose young person was asked on that day or before, in this round, and has not answered.
fn unanswered_since(day: NaiveDate) -> Condition {
    let later = |column: Column| {
        Condition::any().add(column.is_null()).add(Expr::col(Column::InterestAskedOn).gt(Expr::col(column)))
    };
    in_state(State::Waiting)
        .add(goes_on())
        .add(Column::InterestAskedOn.lte(day))
        .add(Expr::col(Column::InterestAskedOn).gt(Expr::col(Column::ReferredOn)))
        .add(later(Column::RequeuedOn))
        .add(later(Column::InterestConfirmedOn))
}

/// Of whom nobody has said for long that a mentor is wanted, and who was not asked within the last week.
fn is_unsure(rules: &Rules, today: NaiveDate) -> Condition {
    let long_ago = last_known(rules, today);
    let never_or_by = |column: Column, day| Condition::any().add(column.is_null()).add(column.lte(day));
    Condition::all()
        .add(Column::ReferredOn.lte(long_ago))
        .add(never_or_by(Column::RequeuedOn, long_ago))
        .add(never_or_by(Column::InterestConfirmedOn, long_ago))
        .add(never_or_by(Column::InterestAskedOn, today - Days::new(ANSWER_DAYS)))
}

/// How many staff are to ask on a day.
pub async fn count_to_ask(db: &impl ConnectionTrait, rules: &Rules, today: NaiveDate) -> Result<u64, DbErr> {
    Entity::find().filter(to_ask_by_staff(rules, today)).count(db).await
}

/// The last day on which a word was too long ago.
fn last_known(rules: &Rules, today: NaiveDate) -> NaiveDate {
    today - Days::new(rules.interest_days.unsigned_abs())
}
