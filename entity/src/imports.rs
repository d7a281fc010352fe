//! Files that were brought in: until staff say so, the clock writes to nobody about what was due before that.

use sea_orm::{Condition, entity::prelude::*};

use crate::users;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub imported_at: DateTimeUtc,
    /// When staff said whether the clock writes about what was due before.
    pub decided_on: Option<Date>,
    pub decided_by: Option<Uuid>,
    /// Whether it does.
    pub writes: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those of which the clock does not write.
pub fn holding() -> Condition {
    Condition::all().add(Column::Writes.eq(false))
}

/// Those of which nobody has said anything yet.
pub fn undecided() -> Condition {
    holding().add(Column::DecidedOn.is_null())
}

pub fn to_decider() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::DecidedBy).to(users::Column::Id).into()
}
