//! Text messages that a gateway took, and of which it never told what became of them.

use chrono::{DateTime, Duration, Utc};
use entity::messages::{ActiveModel, Channel, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{Cause, State, in_state, sms::Sms};
use crate::word::Worded;

/// For so long a receipt may be on its way.
const PATIENCE: Duration = Duration::days(3);
/// What is older than this when it is looked for was sent before anybody waited for receipts.
const OLDEST: Duration = Duration::days(14);

/// Where the gateway tells what becomes of text messages, those of which it has told nothing may not have arrived: they are
/// unknown from now on, and somebody is asked. A receipt that comes later still settles them.
pub async fn doubt_unreceipted(tx: &impl ConnectionTrait, now: DateTime<Utc>, sms: &Sms) -> Result<(), DbErr> {
    if !sms.tells_receipts() {
        return Ok(());
    }
    let doubted = ActiveModel {
        accepted_at: Set(None),
        unknown_at: Set(Some(now)),
        failure: Set(Some(Cause::NoReceipt.code().into_owned())),
        ..Default::default()
    };
    let silent = Entity::update_many().set(doubted).filter(Column::Channel.eq(Channel::Sms));
    let silent = silent.filter(in_state(State::Accepted)).filter(Column::UnwantedAt.is_null());
    let silent = silent.filter(Column::AcceptedAt.lte(now - PATIENCE)).filter(Column::AcceptedAt.gt(now - OLDEST));
    let count = silent.exec(tx).await?.rows_affected;
    if count > 0 {
        tracing::warn!(count, "text messages of which no receipt tells may not have arrived");
    }
    Ok(())
}
