//! Back to the queue, out of it, and closed before anything began: what other features ask of a referral.

use chrono::NaiveDate;
use entity::{
    courses,
    referrals::{self, Column, Entity, Reason},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, UpdateMany, prelude::Uuid, sea_query::Expr,
};

use super::agreement::locked_agreement;

/// Puts a referral back among those that wait, after its course ended. It keeps the day on which it was referred, and
/// with it its place in the queue. Staff who decide so have talked with the partner.
pub async fn requeue(tx: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    changed(id)
        .col_expr(Column::RequeuedOn, Expr::value(Some(today)))
        .col_expr(Column::TalkAskedOn, Expr::value(None::<NaiveDate>))
        .col_expr(Column::ClosedOn, Expr::value(None::<NaiveDate>))
        .col_expr(Column::NotStartedReason, Expr::value(None::<Reason>))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes a referral back that would wait again although the young person says no to a mentor; whether it did.
pub async fn withdraw_stopped(tx: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<bool, DbErr> {
    if !locked_agreement(tx, id).await?.is_no() {
        return Ok(false);
    }
    free(changed(id)).col_expr(Column::WithdrawnOn, Expr::value(Some(today))).exec(tx).await?;
    Ok(true)
}

/// Takes a referral out of the queue into which an ended course had led it: a course began, or was reopened.
pub async fn leave_queue(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    free(changed(id)).col_expr(Column::RequeuedOn, Expr::value(None::<NaiveDate>)).exec(tx).await?;
    Ok(())
}

/// Nothing keeps the referral back any more.
fn free(changed: UpdateMany<referrals::Entity>) -> UpdateMany<referrals::Entity> {
    changed
        .col_expr(Column::TalkAskedOn, Expr::value(None::<NaiveDate>))
        .col_expr(Column::RestsUntil, Expr::value(None::<NaiveDate>))
}

/// Closes a referral whose course has ended and is to be the last.
pub async fn close_finished(tx: &impl ConnectionTrait, id: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    free(changed(id))
        .col_expr(Column::ClosedOn, Expr::value(Some(today)))
        .col_expr(Column::RequeuedOn, Expr::value(None::<NaiveDate>))
        .exec(tx)
        .await?;
    Ok(())
}

/// Closes a referral that waits: the next course will not come, or the first.
pub async fn close_waiting(tx: &impl ConnectionTrait, id: Uuid, reason: Reason, today: NaiveDate) -> Result<(), DbErr> {
    match courses::of_referral(id).one(tx).await? {
        Some(_) => close_finished(tx, id, today).await,
        None => close_not_started(tx, id, reason, today).await,
    }
}

/// Closes a referral that will not lead to a course, with the reason that the figures count.
async fn close_not_started(tx: &impl ConnectionTrait, id: Uuid, reason: Reason, today: NaiveDate) -> Result<(), DbErr> {
    free(changed(id))
        .col_expr(Column::ClosedOn, Expr::value(Some(today)))
        .col_expr(Column::NotStartedReason, Expr::value(Some(reason)))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) fn changed(id: Uuid) -> UpdateMany<referrals::Entity> {
    use sea_orm::sea_query::ExprTrait;
    Entity::update_many().col_expr(Column::Version, Expr::col(Column::Version).add(1)).filter(Column::Id.eq(id))
}
