//! Whether a young person agrees to something now: read from the dated answers, for one and for many.

use chrono::NaiveDate;
use entity::{
    Consent,
    consents::{Column, ConsentPurpose, Entity},
    referrals,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QuerySelect,
    prelude::Uuid,
    sea_query::{Asterisk, CaseStatement, Expr, ExprTrait, Func, Query},
};

use super::{State, consent::consents_of, in_state};

/// What a young person says to one purpose now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    Given,
    /// Said no, or took the yes back, on this day.
    No(NaiveDate),
    /// No answer is written down, as for a referral that was moved in from files.
    Unanswered,
}

impl Agreement {
    /// What these consents of one referral say to a purpose.
    pub fn of(consents: &[Consent], purpose: ConsentPurpose) -> Self {
        let own = || consents.iter().filter(|consent| consent.purpose == purpose);
        if own().any(|consent| consent.withdrawn_on.is_none()) {
            return Self::Given;
        }
        own().filter_map(|consent| consent.withdrawn_on).max().map_or(Self::Unanswered, Self::No)
    }

    pub fn is_given(self) -> bool {
        self == Self::Given
    }

    pub fn is_no(self) -> bool {
        self.no_since().is_some()
    }

    pub fn no_since(self) -> Option<NaiveDate> {
        match self {
            Self::No(since) => Some(since),
            Self::Given | Self::Unanswered => None,
        }
    }
}

/// What the young person of a referral says to a purpose.
pub async fn agreement(
    db: &impl ConnectionTrait,
    referral_id: Uuid,
    purpose: ConsentPurpose,
) -> Result<Agreement, DbErr> {
    Ok(Agreement::of(&consents_of(db, referral_id).await?, purpose))
}

/// What the young person says to a mentor; it stays so until the transaction ends.
pub async fn locked_agreement(tx: &impl ConnectionTrait, referral_id: Uuid) -> Result<Agreement, DbErr> {
    referrals::Entity::find_by_id(referral_id).lock_exclusive().one(tx).await?;
    agreement(tx, referral_id, ConsentPurpose::MentorCourse).await
}

/// The day of the no to a purpose, null without one: a column for a query on referrals. Says the same as [`Agreement`].
pub fn no_since(purpose: ConsentPurpose) -> Expr {
    let (all, taken_back) = (Func::count(Expr::col(Asterisk)), Func::count(Expr::col((Entity, Column::WithdrawnOn))));
    let last = Expr::from(Func::max(Expr::col((Entity, Column::WithdrawnOn))));
    let mut answers = Query::select();
    answers
        .expr(CaseStatement::new().case(Expr::from(all).eq(Expr::from(taken_back)), last))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id)))
        .and_where(Column::Purpose.eq(purpose));
    Expr::from(answers)
}

/// Referrals whose young person says yes to a purpose, for a query on referrals.
pub fn agrees(purpose: ConsentPurpose) -> Expr {
    let mut given = Query::select();
    given
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id)))
        .and_where(Column::Purpose.eq(purpose))
        .and_where(Column::WithdrawnOn.is_null());
    Expr::exists(given)
}

/// Referrals whose young person has not said no to a mentor, for a query on referrals.
pub fn goes_on() -> Expr {
    has_not_said_no(ConsentPurpose::MentorCourse)
}

/// Referrals whose young person has not said no to a purpose, for a query on referrals: the same as a [`no_since`] that is
/// null. Few have ever said no: those are looked up once, and the answers of all others need not be read.
pub fn has_not_said_no(purpose: ConsentPurpose) -> Expr {
    ever_said_no(purpose).not().or(agrees(purpose))
}

fn ever_said_no(purpose: ConsentPurpose) -> Expr {
    let mut said_no = Query::select();
    said_no
        .column((Entity, Column::ReferralId))
        .from(Entity)
        .and_where(Column::Purpose.eq(purpose))
        .and_where(Column::WithdrawnOn.is_not_null());
    Expr::col((referrals::Entity, referrals::Column::Id)).in_subquery(said_no)
}

/// Referrals of which a proposal is open or a course runs although the young person says no to a mentor: staff have to
/// end it. For a query on referrals.
pub fn stopped_by_consent() -> Condition {
    let is_open = Condition::any().add(in_state(State::Proposed)).add(in_state(State::InCourse));
    Condition::all().add(ever_said_no(ConsentPurpose::MentorCourse)).add(is_open).add(goes_on().not())
}
