//! Lines of the page of today that staff put aside until a day.

use sea_orm::{Condition, entity::prelude::*};

use crate::users;

/// Why somebody put a line aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum SnoozeReason {
    /// Somebody was asked, and is to answer.
    #[sea_orm(string_value = "answer")]
    Answer,
    /// It is agreed for later.
    #[sea_orm(string_value = "agreed")]
    Agreed,
    /// Somebody is away until then.
    #[sea_orm(string_value = "away")]
    Away,
    /// There is something more urgent.
    #[sea_orm(string_value = "later")]
    Later,
}

crate::stored!(SnoozeReason: "today-snooze");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "today_snoozes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The code of the kind of line.
    pub kind: String,
    /// What the line is about.
    pub subject_id: Uuid,
    /// The day that the line told of. When it tells of another one the line is back.
    pub since: Option<Date>,
    /// The day on which the line is back.
    pub until_on: Date,
    pub reason: SnoozeReason,
    pub snoozed_by: Uuid,
    pub snoozed_at: DateTimeUtc,
    /// When somebody took it back, or put the line aside anew.
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is put aside on a day.
pub fn on(day: Date) -> Condition {
    current().add(Column::UntilOn.gt(day))
}

/// What nobody took back.
pub fn current() -> Condition {
    Condition::all().add(Column::EndedAt.is_null())
}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::SnoozedBy).to(users::Column::Id).into()
}
