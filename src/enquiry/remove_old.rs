//! Forgets enquiries some time after they led somewhere or nowhere, as the public page promises.

use chrono::{DateTime, Months, Utc};
use entity::{
    enquiries::{Column, Entity},
    referrals,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select, prelude::Uuid,
};

use super::queries::joined;
use crate::{clock::local_date, record};

/// Calendar months after which an enquiry that is over is removed.
pub const KEPT_MONTHS: u32 = 6;

/// The enquiries that were closed or became a referral six months ago.
pub async fn over(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    old(now).into_tuple().all(db).await
}

/// Removes one, with what was noted about it, unless it was opened again in the last moment.
pub async fn remove(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    if old(now).filter(Column::Id.eq(id)).into_tuple::<Uuid>().one(tx).await?.is_none() {
        return Ok(());
    }
    record::forget_reasons(tx, "enquiry", &[id]).await?;
    Entity::delete_by_id(id).exec(tx).await.map(drop)
}

fn old(now: DateTime<Utc>) -> Select<Entity> {
    let before = local_date(now) - Months::new(KEPT_MONTHS);
    let over = Condition::any().add(Column::ClosedOn.lt(before)).add(referrals::Column::ReferredOn.lt(before));
    joined().select_only().column(Column::Id).filter(over)
}
