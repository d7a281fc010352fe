//! The industries of a referral, as rows and as codes.

use entity::{
    mentor_industries,
    referral_industries::{self, Column, Entity},
    referrals,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::industry::{IndustryCode, IndustrySystem};

/// The code that a row stores; `None` when the classification no longer knows it.
pub fn code_of(row: &referral_industries::Model) -> Option<IndustryCode> {
    let system = match row.system {
        mentor_industries::IndustrySystem::Db07 => IndustrySystem::Db07,
        mentor_industries::IndustrySystem::Db25 => IndustrySystem::Db25,
    };
    IndustryCode::new(system, &row.code).ok()
}

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
            system: Set(match code.system() {
                IndustrySystem::Db07 => mentor_industries::IndustrySystem::Db07,
                IndustrySystem::Db25 => mentor_industries::IndustrySystem::Db25,
            }),
            code: Set(code.code()),
            division: Set(code.division().to_owned()),
            confirmed_by: Set(Some(confirmed_by)),
        };
        Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}
