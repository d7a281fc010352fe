//! Who does what is due: whoever has the claim to its row. A claim is made anew each time, so whoever comes back late has
//! none.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{
    JobRun,
    job_runs::{Column, Entity, Outcome, open},
    jobs::Cause,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    UpdateMany, prelude::Uuid, sea_query::Expr,
};

use super::lease::LeaseClock;
use crate::database::Database;

/// Minutes before the next try; after the last of them it is set aside.
const PAUSES: [i64; 4] = [1, 5, 25, 125];
/// After so many crashes it is set aside, however often it was tried: it may take the whole program with it.
const MOST_CRASHES: i32 = 3;
/// Rows looked at when one is wanted: others want one too.
const LOOKED_AT: u64 = 16;

/// What somebody does now: a row with a claim of their own.
#[derive(Clone)]
pub struct Claimed {
    pub row: JobRun,
    claim: Uuid,
}

/// Claims one of the rows that are due at this instant, the longest due first.
pub async fn claim(
    db: &Database,
    lease: &LeaseClock,
    now: DateTime<Utc>,
    jobs: &[&'static str],
) -> Result<Option<Claimed>, DbErr> {
    for row in due(lease, now, jobs).limit(LOOKED_AT).all(db).await? {
        let has_crashed = row.claim.is_some();
        let tx = db.begin().await?;
        if has_crashed && row.crashes + 1 >= MOST_CRASHES {
            tracing::error!(job = row.job, key = row.key, "set aside: whoever does it does not come to its end");
            set_aside(still_free(&row, lease), now).exec(&tx).await?;
            tx.commit().await?;
            continue;
        }
        let claim = Uuid::new_v4();
        let taken = still_free(&row, lease)
            .col_expr(Column::Claim, Expr::value(claim))
            .col_expr(Column::ClaimUntil, lease.until())
            .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
            .col_expr(Column::Crashes, Expr::col(Column::Crashes).add(i32::from(has_crashed)))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        if taken.rows_affected == 1 {
            let (tries, crashes) = (row.tries + 1, row.crashes + i32::from(has_crashed));
            return Ok(Some(Claimed { row: JobRun { tries, crashes, ..row }, claim }));
        }
    }
    Ok(None)
}

/// What is due and nobody does.
fn due(lease: &LeaseClock, now: DateTime<Utc>, jobs: &[&'static str]) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(open())
        .filter(Column::NextTryAt.lte(now))
        .filter(Column::Job.is_in(jobs.iter().copied()))
        .filter(is_free(lease))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Key)
}

fn is_free(lease: &LeaseClock) -> Condition {
    Condition::any().add(Column::Claim.is_null()).add(Expr::col(Column::ClaimUntil).lt(lease.now()))
}

/// The row, if nobody has taken it up since it was read.
fn still_free(row: &JobRun, lease: &LeaseClock) -> UpdateMany<Entity> {
    let as_read = match row.claim {
        Some(claim) => Column::Claim.eq(claim),
        None => Column::Claim.is_null(),
    };
    Entity::update_many()
        .filter(Column::Id.eq(row.id))
        .filter(open())
        .filter(as_read)
        .filter(Column::Tries.eq(row.tries))
        .filter(is_free(lease))
}

fn set_aside(rows: UpdateMany<Entity>, now: DateTime<Utc>) -> UpdateMany<Entity> {
    without_claim(rows)
        .col_expr(Column::SetAsideAt, Expr::value(now))
        .col_expr(Column::NextTryAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Crashes, Expr::col(Column::Crashes).add(1))
        .col_expr(Column::Outcome, Expr::value(Outcome::Crashed))
}

fn without_claim(rows: UpdateMany<Entity>) -> UpdateMany<Entity> {
    rows.col_expr(Column::Claim, Expr::value(None::<Uuid>))
        .col_expr(Column::ClaimUntil, Expr::value(None::<DateTime<Utc>>))
}

impl Claimed {
    /// The row, as long as it is ours.
    fn own(&self) -> UpdateMany<Entity> {
        Entity::update_many().filter(Column::Id.eq(self.row.id)).filter(Column::Claim.eq(self.claim))
    }

    /// Holds it for another lease. False when somebody else has it by now.
    pub(super) async fn renew(&self, db: &Database, lease: &LeaseClock) -> Result<bool, DbErr> {
        let tx = db.begin().await?;
        let held = self.own().col_expr(Column::ClaimUntil, lease.until()).exec(&tx).await?;
        tx.commit().await?;
        Ok(held.rows_affected == 1)
    }

    /// Notes in the transaction of what was done that it was. False when somebody else has it by now: then nothing of it
    /// may stand.
    pub(super) async fn finish(
        &self,
        tx: &impl ConnectionTrait,
        now: DateTime<Utc>,
        took: std::time::Duration,
    ) -> Result<bool, DbErr> {
        let took = i64::try_from(took.as_millis()).unwrap_or(i64::MAX);
        let done = without_claim(self.own())
            .col_expr(Column::NextTryAt, Expr::value(None::<DateTime<Utc>>))
            .col_expr(Column::DoneAt, Expr::value(now))
            .col_expr(Column::Outcome, Expr::value(Outcome::Done))
            .col_expr(Column::TookMs, Expr::value(took))
            .exec(tx)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Notes that it went wrong: tried again later, or set aside.
    pub(super) async fn fail(&self, tx: &impl ConnectionTrait, now: DateTime<Utc>, cause: Cause) -> Result<(), DbErr> {
        let is_crash = cause == Cause::Panicked;
        let crashes = self.row.crashes + i32::from(is_crash);
        let pause = usize::try_from(self.row.tries - 1).ok().and_then(|tried| PAUSES.get(tried));
        let next = pause.filter(|_| crashes < MOST_CRASHES).map(|minutes| now + TimeDelta::minutes(*minutes));
        let outcome = if is_crash { Outcome::Crashed } else { Outcome::Failed };
        without_claim(self.own())
            .col_expr(Column::NextTryAt, Expr::value(next))
            .col_expr(Column::SetAsideAt, Expr::value(next.is_none().then_some(now)))
            .col_expr(Column::Crashes, Expr::value(crashes))
            .col_expr(Column::Outcome, Expr::value(outcome))
            .col_expr(Column::Cause, Expr::value(cause))
            .exec(tx)
            .await?;
        Ok(())
    }

    /// Gives it back as it was, with its try: it was not its fault that it did not come to its end.
    pub(super) async fn release(&self, db: &Database) -> Result<(), DbErr> {
        let tx = db.begin().await?;
        without_claim(self.own()).col_expr(Column::Tries, Expr::col(Column::Tries).sub(1)).exec(&tx).await?;
        tx.commit().await
    }
}
