//! Seats taken by a proposal or a running course: one holder a seat.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seat_holds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentor_id: Uuid,
    pub number: i32,
    pub held_from: Date,
}

impl ActiveModelBehavior for ActiveModel {}
