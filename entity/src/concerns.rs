//! What somebody is worried about in a course. Few read it, and never the other side.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::courses;

/// Who raised it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum ConcernSide {
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "young_person")]
    YoungPerson,
    #[sea_orm(string_value = "referrer")]
    Referrer,
    #[sea_orm(string_value = "staff")]
    Staff,
}

crate::stored!(ConcernSide: "concern-side");

/// What came of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum ConcernOutcome {
    #[sea_orm(string_value = "talked_with_both")]
    TalkedWithBoth,
    #[sea_orm(string_value = "goes_on")]
    GoesOn,
    #[sea_orm(string_value = "course_ended")]
    CourseEnded,
    /// The municipality was told (underretning).
    #[sea_orm(string_value = "municipality")]
    Municipality,
    #[sea_orm(string_value = "police")]
    Police,
    #[sea_orm(string_value = "no_ground")]
    NoGround,
}

crate::stored!(ConcernOutcome: "concern-outcome");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "concerns")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub side: ConcernSide,
    /// Nobody where it is the young person, who has no sign-in.
    pub raised_by: Option<Uuid>,
    pub raised_at: DateTimeUtc,
    #[sea_orm(column_type = "Text")]
    pub said: String,
    /// Whether they asked that the two have no contact for now.
    pub wants_stop: bool,
    /// When somebody of staff said that they see to it.
    pub taken_at: Option<DateTimeUtc>,
    pub taken_by: Option<Uuid>,
    /// When another one of staff was told, as nobody had taken it for a day.
    pub passed_at: Option<DateTimeUtc>,
    pub passed_to: Option<Uuid>,
    pub outcome: Option<ConcernOutcome>,
    #[sea_orm(column_type = "Text", nullable)]
    pub outcome_note: Option<String>,
    pub closed_on: Option<Date>,
    pub closed_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those without an outcome.
pub fn open() -> Condition {
    Condition::all().add(Column::ClosedOn.is_null())
}

/// Those that nobody of staff has taken.
pub fn untaken() -> Condition {
    open().add(Column::TakenAt.is_null())
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
