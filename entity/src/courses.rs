//! Matches accepted by both sides.

use sea_orm::{QueryOrder, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{imported_things, mentors, proposals, referrals};

/// Who ended the course.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    #[sea_orm(string_value = "mentee")]
    Mentee,
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "both")]
    Both,
    #[sea_orm(string_value = "staff")]
    Staff,
    #[sea_orm(string_value = "partner")]
    Partner,
}

crate::stored!(EndedBy: "course-ended-by");

/// How an ended course counts in the outcome figures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum CourseClass {
    #[sea_orm(string_value = "completed")]
    Completed,
    #[sea_orm(string_value = "interrupted")]
    Interrupted,
    #[sea_orm(string_value = "ended_early")]
    EndedEarly,
}

crate::stored!(CourseClass: "course-class");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "courses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub proposal_id: Option<Uuid>,
    pub rematch_of: Option<Uuid>,
    pub seat_hold_id: Option<Uuid>,
    pub matched_on: Date,
    pub planned_end_on: Date,
    #[sea_orm(column_type = "Text", nullable)]
    pub goal: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub role_agreement: Option<String>,
    pub rhythm: Option<String>,
    /// How many days lie between two meetings, as the two have agreed.
    pub rhythm_days: Option<i32>,
    pub ended_on: Option<Date>,
    pub ended_by: Option<EndedBy>,
    pub interruption_reason: Option<referrals::Reason>,
    #[sea_orm(column_type = "Text", nullable)]
    pub ending_note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub onward_plan: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub handover: Option<String>,
    pub class_override: Option<CourseClass>,
    #[sea_orm(column_type = "Text", nullable)]
    pub override_reason: Option<String>,
    /// What was declared to follow when it ended.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub followed: Option<Json>,
    /// The day from which the platform knew the ending; the day it ended where nothing is said.
    pub ending_known_on: Option<Date>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Courses that run.
pub fn open() -> Select<Entity> {
    Entity::find().filter(Column::EndedOn.is_null())
}

/// The courses of a referral, the latest first.
pub fn of_referral(referral_id: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::ReferralId.eq(referral_id)).order_by_desc(Column::MatchedOn).order_by_desc(Column::Id)
}

pub fn to_proposal() -> RelationDef {
    Entity::belongs_to(proposals::Entity).from(Column::ProposalId).to(proposals::Column::Id).into()
}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}

/// To its referral, as a thing that a file brought in.
pub fn to_imported_referral() -> RelationDef {
    Entity::belongs_to(imported_things::Entity).from(Column::ReferralId).to(imported_things::Column::ThingId).into()
}
