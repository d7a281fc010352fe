//! What was ever answered to a survey. The row without an end is the one that counts; each correction closes it and adds one.

use sea_orm::{Condition, entity::prelude::*};

use crate::surveys::{self, ActivityStatus, AnsweredThrough};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub survey_id: Uuid,
    /// Nothing where an answer was taken back.
    pub status: Option<ActivityStatus>,
    /// The day on which the young person said so.
    pub answered_on: Option<Date>,
    /// The day from which the platform knew it.
    pub known_on: Date,
    /// The moment at which it was written down, where that is known.
    pub written_at: Option<DateTimeUtc>,
    pub answered_through: Option<AnsweredThrough>,
    pub entered_by: Option<Uuid>,
    /// The language in which the young person was asked, where that is known.
    pub language: Option<String>,
    /// The version of the wording that was asked.
    pub item_version: i32,
    /// The day from which something else counted instead.
    pub until_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The one that counts.
pub fn current() -> Condition {
    Condition::all().add(Column::UntilOn.is_null())
}

/// What counted on a day.
pub fn counted_on(day: Date) -> Condition {
    let until = Condition::any().add(Column::UntilOn.is_null()).add(Column::UntilOn.gt(day));
    Condition::all().add(Column::KnownOn.lte(day)).add(until)
}

/// What counted on a day and does not any more.
pub fn past_on(day: Date) -> Condition {
    Condition::all().add(Column::KnownOn.lte(day)).add(Column::UntilOn.gt(day))
}

pub fn to_survey() -> RelationDef {
    Entity::belongs_to(surveys::Entity).from(Column::SurveyId).to(surveys::Column::Id).into()
}
