//! Who of staff is responsible for a thing, from one day to another. What nobody took over yet has no end.

use sea_orm::{Condition, entity::prelude::*};

use crate::users;

/// What somebody is responsible for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Thing {
    Partner,
    Referral,
    Course,
    Mentor,
}

crate::stored!(Thing: "duty-thing");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "responsibilities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub thing: Thing,
    pub thing_id: Uuid,
    pub user_id: Uuid,
    /// The first day.
    pub since: Date,
    /// The day from which it is somebody else's; that of `since` where it was so only for hours.
    pub until: Option<Date>,
    /// Who said so; nobody where it followed from a rule.
    pub set_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is so now.
pub fn current() -> Condition {
    Condition::all().add(Column::Until.is_null())
}

/// What was so at the end of a day, past or present: of a thing at most one row.
pub fn on(day: Date) -> Condition {
    let goes_on = Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(day));
    Condition::all().add(Column::Since.lte(day)).add(goes_on)
}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id).into()
}
