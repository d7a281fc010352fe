//! What young people agreed to.

use std::collections::HashSet;

use entity::{
    Consent,
    consents::{Column, ConsentPurpose, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

/// The consents of one referral, the oldest first.
pub async fn consents_of(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<Vec<Consent>, DbErr> {
    Entity::find().filter(Column::ReferralId.eq(referral_id)).order_by_asc(Column::Id).all(db).await
}

/// Whether the young person agrees to this now.
pub async fn has_consent(db: &impl ConnectionTrait, referral_id: Uuid, purpose: ConsentPurpose) -> Result<bool, DbErr> {
    Ok(consenting(db, &[referral_id], purpose).await?.contains(&referral_id))
}

/// Those of these referrals whose young person agrees to this now: one query.
pub async fn consenting(
    db: &impl ConnectionTrait,
    referrals: &[Uuid],
    purpose: ConsentPurpose,
) -> Result<HashSet<Uuid>, DbErr> {
    let consents = Entity::find()
        .filter(Column::ReferralId.is_in(referrals.iter().copied()))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::WithdrawnOn.is_null())
        .all(db)
        .await?;
    Ok(consents.into_iter().map(|consent| consent.referral_id).collect())
}
