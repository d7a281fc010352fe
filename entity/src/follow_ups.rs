//! Follow-ups: staff's planned contact with mentor and with mentee of a course, and the review of it with both.

use sea_orm::{Condition, entity::prelude::*};

use crate::courses;

/// With whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Side {
    Mentor,
    Mentee,
    /// The review, once: whether the two go on, change something or stop.
    Both,
}

crate::stored!(Side: "follow-up-side");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_ups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub side: Side,
    /// From 1 on, for each side of a course by itself.
    pub number: i32,
    /// The day on which it was first planned; what lay before it is made up for by the last of that alone.
    pub planned_on: Date,
    /// The day as the facts have it: it moves with the start and with pauses until it is done.
    pub due_on: Date,
    pub reached_on: Option<Date>,
    /// The day on which it was given up, after enough tries.
    pub not_reached_on: Option<Date>,
    /// The day on which whoever referred was told of it once it was done, or it was said that they need not be.
    pub partner_told_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Neither done nor given up: of each side of a course at most one.
pub fn open() -> Condition {
    Condition::all().add(Column::ReachedOn.is_null()).add(Column::NotReachedOn.is_null())
}

/// Done or given up, and nothing was said of it to whoever referred.
pub fn untold() -> Condition {
    let is_done = Condition::any().add(Column::ReachedOn.is_not_null()).add(Column::NotReachedOn.is_not_null());
    Condition::all().add(Column::PartnerToldOn.is_null()).add(is_done)
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
