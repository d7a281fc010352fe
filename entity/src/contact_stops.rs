//! From when until when the two of a course have no contact through the platform. Of a course at most one is in force.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};

use crate::courses;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_stops")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// The concern because of which.
    pub concern_id: Uuid,
    pub stopped_at: DateTimeUtc,
    pub stopped_by: Uuid,
    pub lifted_at: Option<DateTimeUtc>,
    pub lifted_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub lift_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those in force.
pub fn open() -> Condition {
    Condition::all().add(Column::LiftedAt.is_null())
}

/// Whether contact is stopped between the two of a course, for a query on courses.
pub fn of_course() -> Expr {
    let mut stop = Query::select();
    stop.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .and_where(Expr::col((Entity, Column::LiftedAt)).is_null());
    Expr::exists(stop)
}
