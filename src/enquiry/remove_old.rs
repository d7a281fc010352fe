//! Forgets enquiries some time after they led somewhere or nowhere, as the public page promises.

use chrono::{DateTime, Months, Utc};
use entity::{
    enquiries::{Column, Entity},
    referrals,
};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::queries::joined;
use crate::{clock::local_date, database::Database, record};

/// Calendar months after which an enquiry that is over is removed.
pub const KEPT_MONTHS: u32 = 6;
/// Enquiries removed in one transaction.
const AT_ONCE: u64 = 200;

/// Removes enquiries that were closed or became a referral six months ago, with what was noted about them, and returns
/// how many that were.
pub async fn remove_old(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let before = local_date(now) - Months::new(KEPT_MONTHS);
    let over = Condition::any().add(Column::ClosedOn.lt(before)).add(referrals::Column::ReferredOn.lt(before));
    let tx = db.begin().await?;
    let old = joined().select_only().column(Column::Id).filter(over).limit(AT_ONCE);
    let old: Vec<Uuid> = old.into_tuple().all(&tx).await?;
    if old.is_empty() {
        return Ok(0);
    }
    record::forget_reasons(&tx, "enquiry", &old).await?;
    let removed = Entity::delete_many().filter(Column::Id.is_in(old)).exec(&tx).await?;
    tx.commit().await?;
    Ok(removed.rows_affected)
}
