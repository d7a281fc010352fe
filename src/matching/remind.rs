//! One reminder for a mentor who has not answered.

use chrono::{DateTime, Duration, Utc};
use entity::proposals::{Column, Entity};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid, sea_query::Expr};

use super::{State, letters};
use crate::{clock::local_date, config::Rules, database::Database, message};

/// Queues the reminders that are due; how many. Safe to run twice: a proposal is reminded of once.
///
/// A reminder is due so many calendar days of Denmark before the last day to answer. So it keeps its distance when a
/// question has stopped the clock.
pub async fn remind(db: &Database, now: DateTime<Utc>, rules: &Rules) -> Result<usize, DbErr> {
    let left = Duration::days(rules.proposal_days - rules.proposal_reminder_days);
    let tx = db.begin().await?;
    let due: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(State::AwaitingMentor.condition())
        .filter(Column::RemindedAt.is_null())
        .filter(Column::ExpiresOn.lte(local_date(now) + left))
        .into_tuple()
        .all(&tx)
        .await?;
    for id in &due {
        message::queue(&tx, now, letters::REMINDER, *id, "").await?;
    }
    Entity::update_many()
        .col_expr(Column::RemindedAt, Expr::value(now))
        .filter(Column::Id.is_in(due.iter().copied()))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(due.len())
}
