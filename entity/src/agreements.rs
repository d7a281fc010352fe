//! What was agreed with a housing area about taking part.

use sea_orm::{QueryOrder, entity::prelude::*};

/// Who carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
pub enum AgreementKind {
    /// The project alone: the area goes on no longer than the project does.
    #[sea_orm(string_value = "pilot")]
    Pilot,
    /// The area pays itself.
    #[sea_orm(string_value = "self_financed")]
    SelfFinanced,
    /// The area has mentors of its own.
    #[sea_orm(string_value = "own_mentor_corps")]
    OwnMentorCorps,
}

crate::stored!(AgreementKind: "partner-agreement");

impl AgreementKind {
    /// The kinds by which an area goes on without the project.
    pub const GOING_ON: [Self; 2] = [Self::SelfFinanced, Self::OwnMentorCorps];
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agreements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub housing_area_id: Uuid,
    pub kind: AgreementKind,
    pub signed_on: Date,
    pub starts_on: Date,
    /// Its last day; nothing when it has no end.
    pub ends_on: Option<Date>,
    /// How many young people the area expects to refer, where that was agreed.
    pub expected_young_people: Option<i32>,
    /// Nobody when it came in a file.
    pub written_by: Option<Uuid>,
    pub written_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// The agreements of an area, the newest first.
pub fn of_area(housing_area_id: Uuid) -> Select<Entity> {
    Entity::find()
        .filter(Column::HousingAreaId.eq(housing_area_id))
        .order_by_desc(Column::StartsOn)
        .order_by_desc(Column::Id)
}
