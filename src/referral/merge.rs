//! Makes two records of one young person one. The other record stays and points to the kept one, so that [`separate()`](super::separate()) can take it back.

use chrono::{DateTime, Utc};
use entity::{YoungPerson, consents, referrals, young_people};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    prelude::Uuid, sea_query::Expr,
};

use super::{gained, separate::Merged};
use crate::{
    database::{Database, Transaction},
    form::refusals,
    message::{self, Addressee},
    record::Change,
    viewer::Viewer,
};

#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// One of the two is not there, or was merged already.
    #[error("referral-merge-gone")]
    Gone,
    #[error("referral-separate-not-merged")]
    NotMerged,
    #[error("referral-merge-same")]
    Same,
    #[error(transparent)]
    Db(#[from] DbErr),
}

refusals! {
    MergeError { leaves Db; else "keep"; }
}

/// Moves the referrals and consents of `other` to `keep`, and fills what `keep` does not know from it.
pub async fn merge(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    keep: Uuid,
    other: Uuid,
) -> Result<(), MergeError> {
    if keep == other {
        return Err(MergeError::Same);
    }
    let tx = db.begin().await?;
    let (kept, merged) = (unmerged(&tx, keep).await?, unmerged(&tx, other).await?);
    let moved = move_referrals(&tx, keep, other).await?;
    let absorbed = move_rest(&tx, keep, other).await?;
    message::opt_out_too(&tx, now, Addressee::young_person(other), Addressee::young_person(keep)).await?;
    let details =
        serde_json::to_value(Merged { merged: other, referrals: moved, absorbed, ..gained::filled(&kept, &merged) });
    let version = merged.version + 1;
    gained::fill(kept, merged).update(&tx).await?;
    let pointing = young_people::ActiveModel {
        id: Set(other),
        merged_into: Set(Some(keep)),
        version: Set(version),
        ..Default::default()
    };
    pointing.update(&tx).await?;
    let change = Change {
        details: Some(details.map_err(|error| DbErr::Custom(error.to_string()))?),
        ..Change::of(viewer, "young_person", keep, "merged")
    };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn unmerged(tx: &Transaction, id: Uuid) -> Result<YoungPerson, MergeError> {
    let person = young_people::Entity::find_by_id(id)
        .filter(young_people::Column::MergedInto.is_null())
        .lock_exclusive()
        .one(tx)
        .await?;
    person.ok_or(MergeError::Gone)
}

async fn move_referrals(tx: &Transaction, keep: Uuid, other: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use referrals::{Column, Entity};
    let of_other = Entity::find().filter(Column::YoungPersonId.eq(other)).all(tx).await?;
    Entity::update_many()
        .col_expr(Column::YoungPersonId, Expr::value(keep))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::YoungPersonId.eq(other))
        .exec(tx)
        .await?;
    Ok(of_other.into_iter().map(|referral| referral.id).collect())
}

/// Moves consents, and the records that were merged into the other one before; gives the ids of those.
async fn move_rest(tx: &Transaction, keep: Uuid, other: Uuid) -> Result<Vec<Uuid>, DbErr> {
    consents::Entity::update_many()
        .col_expr(consents::Column::YoungPersonId, Expr::value(keep))
        .filter(consents::Column::YoungPersonId.eq(other))
        .exec(tx)
        .await?;
    let of_other = young_people::Column::MergedInto.eq(other);
    let absorbed = young_people::Entity::find().filter(of_other.clone()).all(tx).await?;
    young_people::Entity::update_many()
        .col_expr(young_people::Column::MergedInto, Expr::value(Some(keep)))
        .filter(of_other)
        .exec(tx)
        .await?;
    Ok(absorbed.into_iter().map(|person| person.id).collect())
}
