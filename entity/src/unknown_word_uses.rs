//! Which referral's wish an unknown word stands in, until the word or the wish is understood.

use sea_orm::entity::prelude::*;

use crate::referrals;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "unknown_word_uses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub unknown_word_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: Uuid,
    /// Since when the whole wish leads to an industry.
    pub solved_on: Option<Date>,
    /// The added word that made it so.
    pub solved_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}
