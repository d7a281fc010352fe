//! The industries of a wish, confirmed by a person, in order.

use sea_orm::entity::prelude::*;

use crate::mentor_industries;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_industries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    pub position: i32,
    pub system: mentor_industries::IndustrySystem,
    pub code: String,
    pub division: String,
    pub confirmed_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
