//! What staff judge of the fit with the target group is kept with its days, so that what was known on a past day can be told.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    fits::{ActiveModel, Column, Entity},
    referrals::Fit,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid, sea_query::Expr,
};

/// What is judged of a referral from a day on; nothing takes back what was judged before.
pub struct Judged {
    pub referral_id: Uuid,
    pub fit: Option<Fit>,
    pub known_on: NaiveDate,
}

/// Keeps what is judged otherwise than before, which stood until today. For the transaction that writes the referrals.
pub async fn keep_fits(tx: &impl ConnectionTrait, today: NaiveDate, judged: &[Judged]) -> Result<(), DbErr> {
    let ids = judged.iter().map(|one| one.referral_id);
    let standing = Entity::find().filter(Column::ReferralId.is_in(ids)).filter(entity::fits::standing());
    let standing: HashMap<Uuid, Fit> =
        standing.all(tx).await?.into_iter().map(|row| (row.referral_id, row.fit)).collect();
    let is_other = |one: &&Judged| standing.get(&one.referral_id).copied() != one.fit;
    let other: Vec<&Judged> = judged.iter().filter(is_other).collect();
    let over = other.iter().map(|one| one.referral_id).filter(|id| standing.contains_key(id));
    let over = entity::fits::standing().add(Column::ReferralId.is_in(over));
    Entity::update_many().col_expr(Column::UntilOn, Expr::value(Some(today))).filter(over).exec(tx).await?;
    let rows = other.into_iter().filter_map(|one| {
        Some(ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(one.referral_id),
            fit: Set(one.fit?),
            known_on: Set(one.known_on),
            until_on: Set(None),
        })
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
