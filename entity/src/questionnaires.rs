//! What one side of a course is asked in one instrument and one wave: from when to when. A row that is closed was never
//! answered, as its course was opened again, or ended before.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::courses;

/// Who is asked.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum QuestionnaireSide {
    YoungPerson,
    Mentor,
    Referrer,
}

crate::stored!(QuestionnaireSide: "questionnaire-side");

/// When in a course it is asked: as it begins, so many months after its real start, and once it is over. No course of a scheme that
/// is paid for three years at a time goes on for longer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Wave {
    Start,
    ThreeMonths,
    SixMonths,
    NineMonths,
    TwelveMonths,
    FifteenMonths,
    EighteenMonths,
    #[sea_orm(string_value = "21_months")]
    #[serde(rename = "21_months")]
    TwentyOneMonths,
    #[sea_orm(string_value = "24_months")]
    #[serde(rename = "24_months")]
    TwentyFourMonths,
    #[sea_orm(string_value = "27_months")]
    #[serde(rename = "27_months")]
    TwentySevenMonths,
    #[sea_orm(string_value = "30_months")]
    #[serde(rename = "30_months")]
    ThirtyMonths,
    #[sea_orm(string_value = "33_months")]
    #[serde(rename = "33_months")]
    ThirtyThreeMonths,
    #[sea_orm(string_value = "36_months")]
    #[serde(rename = "36_months")]
    ThirtySixMonths,
    End,
}

crate::stored!(Wave: "questionnaire-wave");

impl Wave {
    /// Months after the real start; nothing at the end, which comes when it comes.
    pub fn months(self) -> Option<u32> {
        Some(match self {
            Self::Start => 0,
            Self::ThreeMonths => 3,
            Self::SixMonths => 6,
            Self::NineMonths => 9,
            Self::TwelveMonths => 12,
            Self::FifteenMonths => 15,
            Self::EighteenMonths => 18,
            Self::TwentyOneMonths => 21,
            Self::TwentyFourMonths => 24,
            Self::TwentySevenMonths => 27,
            Self::ThirtyMonths => 30,
            Self::ThirtyThreeMonths => 33,
            Self::ThirtySixMonths => 36,
            Self::End => return None,
        })
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "questionnaires")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// The code of the instrument in its data file.
    pub instrument: String,
    /// The version of its wording when it was opened.
    pub version: i32,
    pub side: QuestionnaireSide,
    pub wave: Wave,
    /// The day on which the wave fell: at the end, the last day of the course.
    pub due_on: Date,
    pub opened_on: Date,
    /// The day of the letter, and of the reminder.
    pub asked_on: Option<Date>,
    pub asked_again_on: Option<Date>,
    /// The last day on which it can be answered and corrected.
    pub closes_on: Date,
    /// The day on which it was given up, as the course was opened again, or ended before anybody answered.
    pub closed_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those that were not given up.
pub fn standing() -> Condition {
    Condition::all().add(Column::ClosedOn.is_null())
}

/// Those that nobody had given up by a day.
pub fn standing_on(day: Date) -> Condition {
    Condition::any().add(Column::ClosedOn.is_null()).add(Column::ClosedOn.gt(day))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
