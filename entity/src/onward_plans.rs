//! What is said of how a course is stepped down and what the young person goes on to: a row each time somebody says it.

use sea_orm::{
    QueryOrder,
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};
use serde::{Deserialize, Serialize};

use crate::courses;

/// Why a course that has ended needs no onward plan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum NoPlan {
    /// In a job or an education already.
    UnderWay,
    /// The young person does not want one.
    NotWanted,
    NotReached,
    /// Staff have looked at it.
    NotNeeded,
}

crate::stored!(NoPlan: "course-no-plan");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "onward_plans")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// How the last meetings are spaced.
    #[sea_orm(column_type = "Text", nullable)]
    pub step_down: Option<String>,
    /// What happens afterwards, as it then stood in the course too; nothing where none is needed, or where staff told something else
    /// alone.
    #[sea_orm(column_type = "Text", nullable)]
    pub onward: Option<String>,
    pub none_because: Option<NoPlan>,
    pub told_at: DateTimeUtc,
    /// The day of it in Denmark.
    pub told_on: Date,
    /// Nobody where it was said by a link.
    pub told_by: Option<Uuid>,
    /// Whether the mentor said it; otherwise staff.
    pub by_mentor: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// All that was said of a course, the latest first.
pub fn of_course(course_id: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::CourseId.eq(course_id)).order_by_desc(Column::ToldAt).order_by_desc(Column::Id)
}

/// Whether somebody has said since the course ended that none is needed, for a query on courses: of an ending that was taken
/// back it says nothing.
pub fn is_waived() -> Expr {
    let mut said = Query::select();
    said.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .and_where(Expr::col((Entity, Column::NoneBecause)).is_not_null())
        .and_where(Expr::col((Entity, Column::ToldOn)).gte(Expr::col((courses::Entity, courses::Column::EndedOn))));
    Expr::exists(said)
}
