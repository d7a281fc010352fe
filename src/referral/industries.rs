//! The industries of a referral, as rows and as codes.

use entity::{
    referral_industries::{self, Column, Entity},
    referrals,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::industry::IndustryCode;

/// The confirmed industries of each referral as one column, the first first: `db25:62 db07:85.59`. Null without any.
pub(super) fn in_one_column() -> Expr {
    let mut industries = Query::select();
    industries
        .expr(Expr::cust(r#"STRING_AGG("system" || ':' || "code", ' ' ORDER BY "position")"#))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id)));
    industries.into()
}

/// What [`in_one_column`] holds, without what the classification no longer knows.
pub(super) fn in_words(column: Option<&str>) -> Vec<IndustryCode> {
    column.unwrap_or_default().split_whitespace().filter_map(|code| code.parse().ok()).collect()
}

/// Makes these the confirmed industries of a referral, the first first.
pub(super) async fn replace(
    tx: &impl ConnectionTrait,
    referral_id: Uuid,
    codes: &[IndustryCode],
    confirmed_by: Uuid,
) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ReferralId.eq(referral_id)).exec(tx).await?;
    for (position, code) in (0..).zip(codes) {
        let row = referral_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral_id),
            position: Set(position),
            system: Set(code.system()),
            code: Set(code.code()),
            division: Set(code.division().to_owned()),
            confirmed_by: Set(Some(confirmed_by)),
        };
        Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}
