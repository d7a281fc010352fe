//! Young people put forward by a partner.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Words, housing_areas, partners, referral_industries, surveys::ActivityStatus, users, young_people};

/// How clear the young person is about what help is wanted.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Clarity {
    #[sea_orm(string_value = "clear")]
    Clear,
    #[sea_orm(string_value = "partly_clear")]
    PartlyClear,
    #[sea_orm(string_value = "unclear")]
    Unclear,
}

crate::stored!(Clarity: "referral-clarity");

/// Why a referral did not start or a course was interrupted.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(40))")]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    #[sea_orm(string_value = "found_job_or_education")]
    FoundJobOrEducation,
    #[sea_orm(string_value = "not_ready")]
    NotReady,
    #[sea_orm(string_value = "no_longer_wants")]
    NoLongerWants,
    #[sea_orm(string_value = "no_time")]
    NoTime,
    #[sea_orm(string_value = "no_contact")]
    NoContact,
    #[sea_orm(string_value = "partner_withdrew")]
    PartnerWithdrew,
    #[sea_orm(string_value = "mentor_withdrew")]
    MentorWithdrew,
    #[sea_orm(string_value = "outside_target_group")]
    OutsideTargetGroup,
    #[sea_orm(string_value = "moved")]
    Moved,
    #[sea_orm(string_value = "mismatch")]
    Mismatch,
    #[sea_orm(string_value = "concern")]
    Concern,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(Reason: "referral-reason");

/// A wish about the mentor.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum MentorGenderWish {
    #[sea_orm(string_value = "woman")]
    Woman,
    #[sea_orm(string_value = "man")]
    Man,
}

crate::stored!(MentorGenderWish: "referral-mentor-gender");

/// A wish about the mentor.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum MentorAgeWish {
    #[serde(rename = "under_40")]
    #[sea_orm(string_value = "under_40")]
    Under40,
    #[serde(rename = "over_40")]
    #[sea_orm(string_value = "over_40")]
    Over40,
}

crate::stored!(MentorAgeWish: "referral-mentor-age");

/// The highest schooling that the young person has completed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(20))")]
#[serde(rename_all = "snake_case")]
pub enum Schooling {
    #[serde(rename = "none")]
    #[sea_orm(string_value = "none")]
    Unfinished,
    #[sea_orm(string_value = "primary")]
    Primary,
    #[sea_orm(string_value = "upper_secondary")]
    UpperSecondary,
    #[sea_orm(string_value = "vocational")]
    Vocational,
    #[sea_orm(string_value = "higher")]
    Higher,
}

crate::stored!(Schooling: "referral-schooling");

/// Whether the young person has ever had a job.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum WorkExperience {
    #[serde(rename = "none")]
    #[sea_orm(string_value = "none")]
    Never,
    #[sea_orm(string_value = "spare_time")]
    SpareTime,
    #[sea_orm(string_value = "ordinary")]
    Ordinary,
}

crate::stored!(WorkExperience: "referral-work");

/// How a young person suits the target group that was agreed with the partner, as staff judge it when they answer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    #[sea_orm(string_value = "as_agreed")]
    AsAgreed,
    #[sea_orm(string_value = "heavier")]
    Heavier,
    #[sea_orm(string_value = "much_heavier")]
    MuchHeavier,
}

crate::stored!(Fit: "referral-fit");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referrals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub partner_id: Uuid,
    pub housing_area_id: Uuid,
    pub referrer_id: Option<Uuid>,
    pub referrer_email: Option<String>,
    pub young_person_id: Uuid,
    pub referred_on: Date,
    #[sea_orm(column_type = "Text")]
    pub wish: String,
    /// What the young person did when they were referred, in the words of the surveys; nothing when nobody asked.
    pub activity_at_referral: Option<ActivityStatus>,
    pub schooling: Option<Schooling>,
    pub work_experience: Option<WorkExperience>,
    pub clarity: Option<Clarity>,
    #[sea_orm(column_type = "JsonBinary")]
    pub needs: Words,
    #[sea_orm(column_type = "Text", nullable)]
    pub goals: Option<String>,
    pub mentor_gender_wish: Option<MentorGenderWish>,
    pub mentor_age_wish: Option<MentorAgeWish>,
    /// When the young person has time in an ordinary week, such as `tue_evening`.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub times: Option<Words>,
    /// How far away the mentor may be at most, in kilometres; nothing when nobody said.
    pub mentor_max_km: Option<i32>,
    /// A language that the mentor speaks, by its code of ISO 639-1.
    pub mentor_language: Option<String>,
    /// Where the mentor does not live: a postcode.
    pub not_postcode: Option<String>,
    /// Where the mentor does not work.
    pub not_firm: Option<String>,
    /// Which of the wishes about the mentor are musts, such as `gender`.
    #[sea_orm(column_type = "JsonBinary")]
    pub musts: Words,
    /// Whether the young person would meet by video.
    pub video: Option<bool>,
    #[sea_orm(column_type = "Text", nullable)]
    pub mentor_wish: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub for_mentor: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub interpreter_need: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub accessibility_need: Option<String>,
    pub accepted_on: Option<Date>,
    pub fit: Option<Fit>,
    #[sea_orm(column_type = "Text", nullable)]
    pub question: Option<String>,
    pub asked_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    pub answered_at: Option<DateTimeUtc>,
    pub declined_on: Option<Date>,
    pub decline_reason: Option<Reason>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_next_step: Option<String>,
    pub withdrawn_on: Option<Date>,
    pub closed_on: Option<Date>,
    pub not_started_reason: Option<Reason>,
    pub requeued_on: Option<Date>,
    /// Since when staff are to talk with the partner before another mentor is proposed; empty once they have.
    pub talk_asked_on: Option<Date>,
    /// The first day on which a mentor may be proposed again, when the young person rests after a course.
    pub rests_until: Option<Date>,
    /// When the young person, or the partner for them, was asked whether a mentor is still wanted; empty once answered.
    pub interest_asked_on: Option<Date>,
    /// When it was last said that a mentor is still wanted, after the referral.
    pub interest_confirmed_on: Option<Date>,
    pub created_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Referrals that are not over: neither declined, withdrawn nor closed.
pub fn open() -> Select<Entity> {
    Entity::find()
        .filter(Column::DeclinedOn.is_null())
        .filter(Column::WithdrawnOn.is_null())
        .filter(Column::ClosedOn.is_null())
}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::YoungPersonId).to(young_people::Column::Id).into()
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::PartnerId).to(partners::Column::Id).into()
}

pub fn to_housing_area() -> RelationDef {
    Entity::belongs_to(housing_areas::Entity).from(Column::HousingAreaId).to(housing_areas::Column::Id).into()
}

pub fn to_referrer() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::ReferrerId).to(users::Column::Id).into()
}

pub fn to_industries() -> RelationDef {
    Entity::belongs_to(referral_industries::Entity).from(Column::Id).to(referral_industries::Column::ReferralId).into()
}
