//! What keeps a referral from being proposed although it waits: a talk with the partner that is owed, or a rest.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Referral,
    referrals::{self, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, prelude::Uuid, sea_query::Expr};

use super::{
    State,
    act::{self, ActError},
    requeue::changed,
};
use crate::{database::Database, record::Change, viewer::Viewer};

/// Why no mentor is proposed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldBack {
    /// Staff are to talk with the partner; they were asked to on this day.
    TalkFirst(NaiveDate),
    /// The young person rests; on this day a mentor may be proposed again.
    Rests(NaiveDate),
}

/// What keeps this referral from being proposed on a day, if anything does.
pub fn held_back(referral: &Referral, today: NaiveDate) -> Option<HeldBack> {
    let talk = referral.talk_asked_on.map(HeldBack::TalkFirst);
    talk.or(referral.rests_until.filter(|until| today < *until).map(HeldBack::Rests))
}

/// Referrals about which staff are to talk with the partner, for a query on referrals.
pub fn wants_talk() -> Condition {
    Condition::all()
        .add(Column::TalkAskedOn.is_not_null())
        .add(Column::WithdrawnOn.is_null())
        .add(Column::DeclinedOn.is_null())
        .add(Column::ClosedOn.is_null())
}

/// Referrals that nothing keeps from being proposed on a day, for a query on referrals.
pub fn is_free(today: NaiveDate) -> Condition {
    let rested = Condition::any().add(Column::RestsUntil.is_null()).add(Column::RestsUntil.lte(today));
    Condition::all().add(Column::TalkAskedOn.is_null()).add(rested)
}

/// Asks staff to talk with the partner before another mentor is proposed.
pub async fn ask_for_talk(tx: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    changed(id).col_expr(Column::TalkAskedOn, Expr::value(Some(today))).exec(tx).await?;
    Ok(())
}

/// Lets the young person rest; on that day a mentor may be proposed again.
pub async fn let_rest(tx: &impl ConnectionTrait, id: Uuid, until: NaiveDate) -> Result<(), DbErr> {
    changed(id).col_expr(Column::RestsUntil, Expr::value(Some(until))).exec(tx).await?;
    Ok(())
}

/// Staff have talked with the partner, or end the rest: from now on a mentor may be proposed.
pub async fn go_on(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| state == State::Waiting).await?;
    let (talk, rest) = (act.row.talk_asked_on, act.row.rests_until);
    if talk.is_none() && rest.is_none() {
        return Err(ActError::NotNow);
    }
    let free = referrals::ActiveModel { talk_asked_on: Set(None), rests_until: Set(None), ..Default::default() };
    act.update(free).await?;
    let action = if talk.is_some() { "talked" } else { "rest_ended" };
    act.finish(now, Change::of(viewer, "referral", id, action)).await
}
