//! The seats a mentor offers, numbered from 1.

use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, IntoCondition},
};

use crate::seat_holds;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seats")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mentor_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// A hold is of one seat of one mentor.
pub fn to_holds() -> RelationDef {
    let same_seat = |_, _| {
        let seat = Expr::col((seat_holds::Entity, seat_holds::Column::Number));
        seat.equals((Entity, Column::Number)).into_condition()
    };
    let of_mentor = Entity::belongs_to(seat_holds::Entity).from(Column::MentorId).to(seat_holds::Column::MentorId);
    of_mentor.on_condition(same_seat).into()
}
