//! What whoever referred and staff write to each other about how it goes.

use sea_orm::{Condition, entity::prelude::*};

use crate::{referrals, users};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "status_replies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    /// Whether the partner wrote it; otherwise staff did.
    pub is_partners: bool,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub written_at: DateTimeUtc,
    pub written_by: Uuid,
    /// Since when staff have answered it, or seen that there is nothing to answer. Only of the partner's.
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What the partner wrote and nobody has seen to.
pub fn waiting() -> Condition {
    Condition::all().add(Column::IsPartners.eq(true)).add(Column::SettledAt.is_null())
}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}

pub fn to_author() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::WrittenBy).to(users::Column::Id).into()
}
