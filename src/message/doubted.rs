//! Mails that were taken, and came back later as a server doubts who we are: told to whoever can mend it, as one that is refused so at
//! once is.

use chrono::{DateTime, Duration, Utc};
use entity::messages::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use super::Cause;
use crate::word::Worded;

/// For so long it is told.
const TOLD: Duration = Duration::days(7);

/// How many such mails came back lately, and were neither sent again nor settled since.
pub async fn doubted(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::Bounce.eq(Cause::SenderDoubted.code()))
        .filter(Column::BouncedAt.gt(now - TOLD))
        .filter(Column::UnwantedAt.is_null())
        .count(db)
        .await
}
