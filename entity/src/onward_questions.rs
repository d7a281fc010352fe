//! When a mentor was asked for the onward plan: once for each planned end.

use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};

use crate::courses;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "onward_questions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// The planned end that was near.
    pub planned_end_on: Date,
    pub asked_on: Date,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether it was asked before the end that is planned now, for a query on courses.
pub fn is_asked() -> Expr {
    let own = |column: Column, of: courses::Column| Expr::col((Entity, column)).equals((courses::Entity, of));
    let mut asked = Query::select();
    asked
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(own(Column::CourseId, courses::Column::Id))
        .and_where(own(Column::PlannedEndOn, courses::Column::PlannedEndOn));
    Expr::exists(asked)
}
