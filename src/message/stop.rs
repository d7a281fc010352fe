//! A way out that is closed to all of us: one message tries it now and then, and the others wait.

use chrono::{DateTime, Duration, Utc};
use entity::{
    SenderStop,
    messages::Channel,
    sender_stops::{self, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Select, prelude::Uuid};

use super::Cause;
use crate::{database::Database, word::Worded};

const SHORTEST: Duration = Duration::minutes(1);
const LONGEST: Duration = Duration::minutes(10);

/// The stop of a channel that has not ended.
pub async fn open_stop(db: &impl ConnectionTrait, channel: Channel) -> Result<Option<SenderStop>, DbErr> {
    open(channel).one(db).await
}

fn open(channel: Channel) -> Select<sender_stops::Entity> {
    sender_stops::Entity::find().filter(Column::Channel.eq(channel)).filter(Column::EndedAt.is_null())
}

/// Notes that the way is closed, and says when it is tried again.
pub(super) async fn stop(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    channel: Channel,
    cause: Cause,
) -> Result<DateTime<Utc>, DbErr> {
    let known = open_stop(tx, channel).await?;
    let next = now + known.as_ref().map_or(SHORTEST, |stop| pause(stop, now));
    let change = sender_stops::ActiveModel {
        failure: Set(cause.code().into_owned()),
        next_try_at: Set(next),
        ..Default::default()
    };
    match known {
        Some(_) => {
            let open = sender_stops::Entity::update_many().set(change).filter(Column::EndedAt.is_null());
            open.filter(Column::Channel.eq(channel)).exec(tx).await?;
        }
        None => {
            tracing::error!(?channel, cause = %cause.code(), "nothing can be sent; the messages wait");
            let begun = sender_stops::ActiveModel {
                id: Set(Uuid::now_v7()),
                channel: Set(channel),
                began_at: Set(now),
                ..change
            };
            sender_stops::Entity::insert(begun).exec_without_returning(tx).await?;
        }
    }
    Ok(next)
}

/// Notes that something got through.
pub(super) async fn end(tx: &impl ConnectionTrait, now: DateTime<Utc>, channel: Channel) -> Result<(), DbErr> {
    let ended = sender_stops::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let open = sender_stops::Entity::update_many().set(ended).filter(Column::EndedAt.is_null());
    open.filter(Column::Channel.eq(channel)).exec(tx).await?;
    Ok(())
}

/// Takes the right to try a closed way now. False when somebody else has it.
pub(super) async fn take_try(tx: &impl ConnectionTrait, now: DateTime<Utc>, stop: &SenderStop) -> Result<bool, DbErr> {
    let next = sender_stops::ActiveModel { next_try_at: Set(now + pause(stop, now)), ..Default::default() };
    let taken = sender_stops::Entity::update_many()
        .set(next)
        .filter(Column::Id.eq(stop.id))
        .filter(Column::NextTryAt.eq(stop.next_try_at))
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Until when a closed way is left alone. Nothing when it is open, or when whoever asks is the one to try it now.
pub(super) async fn closed_until(
    db: &Database,
    now: DateTime<Utc>,
    channel: Channel,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let Some(stop) = open_stop(db, channel).await? else { return Ok(None) };
    if stop.next_try_at > now {
        return Ok(Some(stop.next_try_at));
    }
    let tx = db.begin().await?;
    let is_own = take_try(&tx, now, &stop).await?;
    tx.commit().await?;
    Ok(if is_own { None } else { Some(now + pause(&stop, now)) })
}

/// Longer while it lasts longer.
fn pause(stop: &SenderStop, now: DateTime<Utc>) -> Duration {
    ((now - stop.began_at) / 4).clamp(SHORTEST, LONGEST)
}
