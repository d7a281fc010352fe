//! The seats of a mentor: the one ledger that proposals and courses share.
//!
//! The database gives the guarantee: a hold needs a seat that exists and that nobody else holds. What is checked here
//! gives the sentence.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::{SeatHold, mentors, seat_holds, seats};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    SqlErr, prelude::Uuid, sea_query::Expr,
};
use thiserror::Error;

use super::changed;

#[derive(Debug, Error, PartialEq)]
pub enum HoldError {
    #[error("mentor-no-free-seat")]
    NoFreeSeat,
    #[error(transparent)]
    Db(#[from] DbErr),
}

#[derive(Debug, Error, PartialEq)]
pub enum SeatCountError {
    /// Proposals and courses hold so many seats that fewer cannot be offered.
    #[error("mentor-seats-held")]
    Held(u32),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// How many seats a mentor offers, and how many of them are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatCounts {
    pub offered: u32,
    pub held: u32,
}

impl SeatCounts {
    pub fn free(self) -> u32 {
        self.offered.saturating_sub(self.held)
    }
}

/// Takes the lowest free seat of a mentor and returns the id of the hold.
pub async fn hold(tx: &impl ConnectionTrait, mentor_id: Uuid, today: NaiveDate) -> Result<Uuid, HoldError> {
    lock(tx, mentor_id).await?;
    let taken: BTreeSet<i32> = holds(tx, mentor_id).await?.into_iter().map(|hold| hold.number).collect();
    let free = numbers(tx, mentor_id).await?.into_iter().find(|number| !taken.contains(number));
    let id = Uuid::now_v7();
    let hold = seat_holds::ActiveModel {
        id: Set(id),
        mentor_id: Set(mentor_id),
        number: Set(free.ok_or(HoldError::NoFreeSeat)?),
        held_from: Set(today),
    };
    seat_holds::Entity::insert(hold).exec_without_returning(tx).await.map_err(lost_the_race)?;
    changed(tx, mentor_id).await?;
    Ok(id)
}

/// Frees a held seat. Whatever refers to the hold must let go of it first.
pub async fn free(tx: &impl ConnectionTrait, hold_id: Uuid) -> Result<(), DbErr> {
    let Some(hold) = seat_holds::Entity::find_by_id(hold_id).one(tx).await? else {
        return Ok(());
    };
    seat_holds::Entity::delete_by_id(hold_id).exec(tx).await?;
    changed(tx, hold.mentor_id).await
}

/// Sets how many seats a mentor offers. Never fewer than are held; held seats move down to make room.
pub async fn set_count(tx: &impl ConnectionTrait, mentor_id: Uuid, count: u32) -> Result<(), SeatCountError> {
    lock(tx, mentor_id).await?;
    let held = holds(tx, mentor_id).await?;
    if held.len() > count as usize {
        return Err(SeatCountError::Held(held.len().try_into().unwrap_or(u32::MAX)));
    }
    let wanted: BTreeSet<i32> = (1..).take(count as usize).collect();
    let present: BTreeSet<i32> = numbers(tx, mentor_id).await?.into_iter().collect();
    let missing = wanted
        .difference(&present)
        .map(|number| seats::ActiveModel { mentor_id: Set(mentor_id), number: Set(*number) });
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        seats::Entity::insert_many(missing).exec_without_returning(tx).await?;
    }
    move_into(tx, &held, &wanted).await?;
    let beyond = seats::Entity::delete_many().filter(seats::Column::MentorId.eq(mentor_id));
    beyond.filter(seats::Column::Number.is_not_in(wanted)).exec(tx).await?;
    Ok(changed(tx, mentor_id).await?)
}

/// Moves holds of seats that will go to wanted seats that are free; there are enough of them.
async fn move_into(tx: &impl ConnectionTrait, held: &[SeatHold], wanted: &BTreeSet<i32>) -> Result<(), DbErr> {
    let taken: BTreeSet<i32> = held.iter().map(|hold| hold.number).collect();
    let mut free = wanted.difference(&taken);
    for hold in held.iter().filter(|hold| !wanted.contains(&hold.number)) {
        let Some(number) = free.next() else { break };
        seat_holds::Entity::update_many()
            .col_expr(seat_holds::Column::Number, Expr::value(*number))
            .filter(seat_holds::Column::Id.eq(hold.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The seats of many mentors at once; a mentor without seats has none offered and none held.
pub async fn counts(db: &impl ConnectionTrait, mentor_ids: &[Uuid]) -> Result<HashMap<Uuid, SeatCounts>, DbErr> {
    let rows = seats::Entity::find()
        .select_only()
        .column(seats::Column::MentorId)
        .column_as(seats::Column::Number.count(), "offered")
        .column_as(seat_holds::Column::Number.count(), "held")
        .join(JoinType::LeftJoin, seats::to_holds())
        .filter(seats::Column::MentorId.is_in(mentor_ids.iter().copied()))
        .group_by(seats::Column::MentorId)
        .into_tuple::<(Uuid, i64, i64)>()
        .all(db)
        .await?;
    let mut counts: HashMap<Uuid, SeatCounts> = mentor_ids.iter().map(|id| (*id, SeatCounts::default())).collect();
    for (id, offered, held) in rows {
        let counted =
            SeatCounts { offered: offered.try_into().unwrap_or_default(), held: held.try_into().unwrap_or_default() };
        counts.insert(id, counted);
    }
    Ok(counts)
}

/// Whoever takes or gives seats of the same mentor at the same time waits here. A failed insert would spoil the whole
/// transaction on PostgreSQL, so it is better not to race at all.
async fn lock(tx: &impl ConnectionTrait, mentor_id: Uuid) -> Result<(), DbErr> {
    let locked = mentors::Entity::find_by_id(mentor_id).select_only().column(mentors::Column::Id).lock_exclusive();
    locked.into_tuple::<Uuid>().one(tx).await?;
    Ok(())
}

async fn numbers(db: &impl ConnectionTrait, mentor_id: Uuid) -> Result<Vec<i32>, DbErr> {
    seats::Entity::find()
        .select_only()
        .column(seats::Column::Number)
        .filter(seats::Column::MentorId.eq(mentor_id))
        .order_by_asc(seats::Column::Number)
        .into_tuple()
        .all(db)
        .await
}

async fn holds(db: &impl ConnectionTrait, mentor_id: Uuid) -> Result<Vec<SeatHold>, DbErr> {
    seat_holds::Entity::find()
        .filter(seat_holds::Column::MentorId.eq(mentor_id))
        .order_by_asc(seat_holds::Column::Number)
        .all(db)
        .await
}

/// The seat was taken, or withdrawn, between looking and taking.
fn lost_the_race(error: DbErr) -> HoldError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_) | SqlErr::ForeignKeyConstraintViolation(_)) => HoldError::NoFreeSeat,
        _ => HoldError::Db(error),
    }
}
