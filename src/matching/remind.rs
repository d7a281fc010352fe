//! One reminder for a mentor who has not answered.

use chrono::{DateTime, Duration, Utc};
use entity::proposals::{Column, Entity};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
    sea_query::Expr,
};

use super::{State, letters};
use crate::{clock::local_date, config::Rules, message};

/// The proposals whose mentor is to be reminded.
///
/// A reminder is due so many calendar days of Denmark before the last day to answer, and until that day. So it keeps its
/// distance when a question has stopped the clock, and nobody is reminded of what runs out this very morning.
pub async fn unanswered(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Uuid>, DbErr> {
    let left = Duration::days(rules.proposal_days - rules.proposal_reminder_days);
    let today = local_date(now);
    let due = Entity::find().select_only().column(Column::Id).filter(not_reminded());
    due.filter(Column::ExpiresOn.between(today, today + left)).into_tuple().all(db).await
}

/// Queues the reminder of one, once.
pub async fn remind(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let reminded = Entity::update_many()
        .col_expr(Column::RemindedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(not_reminded())
        .exec(tx)
        .await?;
    if reminded.rows_affected == 1 {
        message::queue(tx, now, letters::REMINDER, id, "").await?;
    }
    Ok(())
}

fn not_reminded() -> Condition {
    State::AwaitingMentor.condition().add(Column::RemindedAt.is_null())
}
