//! Who sends a message: whoever has a claim to it. A claim is made anew each time, so whoever comes back late has none.

use chrono::Duration;
use entity::{
    Message as Row,
    messages::{self, Channel, Column},
};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, Func, LockBehavior, LockType},
};

use super::{Desk, stop};

/// Claims at most so many of the messages that are due. While mail is stopped, one at a time may try it.
pub(super) async fn claim(desk: &Desk, lease: Duration, most: usize) -> Result<Vec<Row>, DbErr> {
    let now = desk.clock.now();
    let mut due = messages::due(now);
    // Read first: to ask every other second whether there is anything to do must not cost a write.
    if due.clone().limit(1).one(&desk.db).await?.is_none() {
        return Ok(Vec::new());
    }
    let stopped = stop::open_stop(&desk.db, Channel::Mail).await?;
    let (trying, most) = match &stopped {
        Some(stop) if stop.next_try_at <= now => {
            // A text message would not tell whether mail goes again.
            due = due.filter(Column::Channel.is_null().or(Column::Channel.eq(Channel::Mail)));
            (Some(stop), 1)
        }
        Some(_) => {
            due = due.filter(Column::Channel.eq(Channel::Sms));
            (None, most)
        }
        None => (None, most),
    };
    let tx = desk.db.begin().await?;
    if let Some(stop) = trying
        && !stop::take_try(&tx, now, stop).await?
    {
        return Ok(Vec::new());
    }
    let due = due.order_by_asc(Column::NextTryAt).limit(u64::try_from(most).unwrap_or(1));
    let found = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(&tx).await?;
    let (own, until) = (Uuid::new_v4(), now + lease);
    messages::Entity::update_many()
        .col_expr(Column::Claim, Expr::value(own))
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .col_expr(Column::FirstTriedAt, Func::coalesce([Expr::col(Column::FirstTriedAt), Expr::value(now)]).into())
        .filter(Column::Id.is_in(found.iter().map(|row| row.id)))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    let claimed = |row: Row| Row {
        claim: Some(own),
        claimed_until: Some(until),
        tries: row.tries + 1,
        first_tried_at: row.first_tried_at.or(Some(now)),
        ..row
    };
    Ok(found.into_iter().map(claimed).collect())
}
