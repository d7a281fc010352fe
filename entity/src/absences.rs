//! When somebody of staff is away, and who steps in.

use sea_orm::{Condition, entity::prelude::*, sea_query::ExprTrait};

use crate::users;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "absences")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub user_id: Uuid,
    /// Nobody once the deputy has left: then an administrator steps in.
    pub deputy_id: Option<Uuid>,
    pub from_on: Date,
    /// The last day.
    pub until_on: Date,
    /// The day from which it no longer holds, where somebody came back early or it was called off.
    pub ended_on: Option<Date>,
    pub entered_by: Option<Uuid>,
    pub entered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those that hold on a day: of a person at most one.
pub fn on(day: Date) -> Condition {
    from(day).add(Column::FromOn.lte(day))
}

/// Those that hold on a day or begin later.
pub fn from(day: Date) -> Condition {
    let is_called_off = Condition::any().add(Column::EndedOn.is_null()).add(Column::EndedOn.gt(day));
    Condition::all().add(Column::UntilOn.gte(day)).add(is_called_off)
}

/// Those that hold on one of these days at least.
pub fn between(first: Date, last: Date) -> Condition {
    // One that was called off before it began never held.
    let held =
        Condition::any().add(Column::EndedOn.is_null()).add(Expr::col(Column::EndedOn).gt(Expr::col(Column::FromOn)));
    let ends_later = Condition::any().add(Column::EndedOn.is_null()).add(Column::EndedOn.gt(first));
    let meets = Condition::all().add(Column::FromOn.lte(last)).add(Column::UntilOn.gte(first));
    meets.add(held).add(ends_later)
}

pub fn to_deputy() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::DeputyId).to(users::Column::Id).into()
}
