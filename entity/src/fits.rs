//! How staff judged that a young person suits the target group, each judgement from the day on which it was made. The last one
//! stands in the referral too.

use sea_orm::{Condition, entity::prelude::*};

use crate::{referrals, referrals::Fit};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "fits")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    pub fit: Fit,
    pub known_on: Date,
    /// The day from which it was judged otherwise; nothing where it stands.
    pub until_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those that stand.
pub fn standing() -> Condition {
    Condition::all().add(Column::UntilOn.is_null())
}

/// Those that counted on a day.
pub fn counted_on(day: Date) -> Condition {
    let stood = Condition::any().add(Column::UntilOn.is_null()).add(Column::UntilOn.gt(day));
    Condition::all().add(Column::KnownOn.lte(day)).add(stood)
}

/// Those that were made after a day, or counted on it and did not any more later.
pub fn judged_after(day: Date) -> Condition {
    Condition::any().add(Column::KnownOn.gt(day)).add(Column::UntilOn.gt(day))
}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}
