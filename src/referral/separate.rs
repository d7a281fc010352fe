//! Takes a merging back: two people were taken for one.

use chrono::{DateTime, Utc};
use entity::{consents, referrals, young_people};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    prelude::Uuid, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use super::{
    gained,
    merge::{self, MergeError},
};
use crate::{
    database::{Database, Transaction},
    record::{self, Change},
    viewer::Viewer,
};

/// What a merging moved and filled in, as the change log keeps it: ids and names of columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Merged {
    /// The record that was merged away.
    pub merged: Uuid,
    pub referrals: Vec<Uuid>,
    /// Records that had been merged into that one before.
    pub absorbed: Vec<Uuid>,
    /// Columns that the kept record got from it.
    pub filled: Vec<String>,
    pub languages: Vec<String>,
}

/// Separates `other` from the record that it was merged into: its referrals and consents go back, and what the kept
/// record got from it and still says alike is taken out again.
pub async fn separate(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    keep: Uuid,
    other: Uuid,
) -> Result<(), MergeError> {
    let tx = db.begin().await?;
    let kept = merge::unmerged(&tx, keep).await?;
    let of_other = young_people::Entity::find_by_id(other).filter(young_people::Column::MergedInto.eq(keep));
    let merged = of_other.lock_exclusive().one(&tx).await?.ok_or(MergeError::NotMerged)?;
    let told = merging(&tx, keep, other).await?.ok_or(MergeError::NotMerged)?;
    move_back(&tx, (keep, other), &told).await?;
    gained::without(kept, &merged, &told).update(&tx).await?;
    let own = young_people::ActiveModel {
        id: Set(other),
        merged_into: Set(None),
        version: Set(merged.version + 1),
        ..Default::default()
    };
    own.update(&tx).await?;
    let change = Change {
        details: Some(serde_json::json!({ "merged": other, "referrals": told.referrals })),
        ..Change::of(viewer, "young_person", keep, "separated")
    };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// What the change log tells of the last merging of these two.
async fn merging(tx: &Transaction, keep: Uuid, other: Uuid) -> Result<Option<Merged>, DbErr> {
    let changes =
        record::changes_of(tx, "young_person", keep).await?.into_iter().filter(|change| change.action == "merged");
    let mut told = changes.filter_map(|change| serde_json::from_value::<Merged>(change.details?).ok());
    Ok(told.find(|told| told.merged == other))
}

async fn move_back(tx: &Transaction, (keep, other): (Uuid, Uuid), told: &Merged) -> Result<(), DbErr> {
    let referrals = || told.referrals.iter().copied();
    referrals::Entity::update_many()
        .col_expr(referrals::Column::YoungPersonId, Expr::value(other))
        .col_expr(referrals::Column::Version, Expr::col(referrals::Column::Version).add(1))
        .filter(referrals::Column::Id.is_in(referrals()))
        .filter(referrals::Column::YoungPersonId.eq(keep))
        .exec(tx)
        .await?;
    consents::Entity::update_many()
        .col_expr(consents::Column::YoungPersonId, Expr::value(other))
        .filter(consents::Column::ReferralId.is_in(referrals()))
        .exec(tx)
        .await?;
    young_people::Entity::update_many()
        .col_expr(young_people::Column::MergedInto, Expr::value(other))
        .filter(young_people::Column::Id.is_in(told.absorbed.iter().copied()))
        .filter(young_people::Column::MergedInto.eq(keep))
        .exec(tx)
        .await?;
    Ok(())
}
