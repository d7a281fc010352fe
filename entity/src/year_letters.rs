//! What mentors were told a year after their courses: figures alone, of their own courses or of the whole scheme.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "year_letters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mentor_id: Uuid,
    pub told_on: Date,
    /// Whether the figures are of the mentor's own courses.
    pub is_own: bool,
    /// Of how many people it was known how it went.
    pub known: i64,
    /// How many of them are in a job, an education or an apprenticeship.
    pub in_activity: i64,
}

impl ActiveModelBehavior for ActiveModel {}
