//! Volunteer business people.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{Words, courses, mentor_industries};

/// As told by the person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    #[sea_orm(string_value = "female")]
    Female,
    #[sea_orm(string_value = "male")]
    Male,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(Gender: "referral-gender");

/// How the person would rather be reached.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum ContactPreference {
    #[sea_orm(string_value = "phone")]
    Phone,
    #[sea_orm(string_value = "sms")]
    Sms,
    #[sea_orm(string_value = "email")]
    Email,
    #[sea_orm(string_value = "through_partner")]
    ThroughPartner,
}

crate::stored!(ContactPreference: "referral-contact");

/// Where the check stands. The certificate itself is never kept.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum CriminalRecordStatus {
    #[sea_orm(string_value = "requested")]
    Requested,
    #[sea_orm(string_value = "approved")]
    Approved,
    #[sea_orm(string_value = "refused")]
    Refused,
}

crate::stored!(CriminalRecordStatus: "mentor-record");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub user_id: Option<Uuid>,
    pub name: String,
    pub email: String,
    pub email_confirmed_at: Option<DateTimeUtc>,
    /// The language of letters until there is a sign-in: `da` or `en`.
    pub language: String,
    pub phone: Option<String>,
    pub contact_preference: Option<ContactPreference>,
    pub birth_year: Option<i32>,
    pub gender: Option<Gender>,
    pub occupation: String,
    pub employer: Option<String>,
    pub keywords: Option<String>,
    pub town: Option<String>,
    pub postcode: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Words,
    #[sea_orm(column_type = "JsonBinary")]
    pub strengths: Words,
    #[sea_orm(column_type = "JsonBinary")]
    pub wants_to_improve: Words,
    /// When the mentor has time in an ordinary week, such as `tue_evening`; nothing when the mentor has not said.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub times: Option<Words>,
    /// The farthest that the mentor goes, in kilometres; nothing when the mentor has not said.
    pub max_km: Option<i32>,
    /// Whether the mentor would meet by video.
    pub video: Option<bool>,
    #[sea_orm(column_type = "Text", nullable)]
    pub motivation: Option<String>,
    pub applied_on: Option<Date>,
    pub interviewed_on: Option<Date>,
    #[sea_orm(column_type = "Text", nullable)]
    pub interview_note: Option<String>,
    pub criminal_record_status: Option<CriminalRecordStatus>,
    pub criminal_record_checked_on: Option<Date>,
    pub criminal_record_expires_on: Option<Date>,
    pub trained_on: Option<Date>,
    pub approved_on: Option<Date>,
    pub left_on: Option<Date>,
    pub left_reason: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Mentors without the applications whose address nobody has confirmed: those are not for anybody's eyes yet.
pub fn known() -> Condition {
    Condition::any()
        .add(Column::AppliedOn.is_null())
        .add(Column::EmailConfirmedAt.is_not_null())
        .add(Column::ApprovedOn.is_not_null())
}

/// Applications whose address nobody has confirmed.
pub fn unconfirmed() -> Condition {
    known().not()
}

pub fn to_courses() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::Id).to(courses::Column::MentorId).into()
}

pub fn to_industries() -> RelationDef {
    Entity::belongs_to(mentor_industries::Entity).from(Column::Id).to(mentor_industries::Column::MentorId).into()
}
