//! Mentors proposed for a referral.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{mentors, referrals, users};

/// How the pair was found.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum ProposalMethod {
    #[sea_orm(string_value = "suggested")]
    Suggested,
    #[sea_orm(string_value = "searched")]
    Searched,
    #[sea_orm(string_value = "rematch")]
    Rematch,
    /// In the plan of a matching meeting.
    #[sea_orm(string_value = "planned")]
    Planned,
}

crate::stored!(ProposalMethod: "matching-method");

/// Why a proposal was declined, by the mentor or by the young person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(40))")]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    #[sea_orm(string_value = "no_time")]
    NoTime,
    #[sea_orm(string_value = "wrong_industry")]
    WrongIndustry,
    #[sea_orm(string_value = "too_far")]
    TooFar,
    #[sea_orm(string_value = "knows_the_person")]
    KnowsThePerson,
    #[sea_orm(string_value = "wishes_not_met")]
    WishesNotMet,
    #[sea_orm(string_value = "found_job_or_education")]
    FoundJobOrEducation,
    #[sea_orm(string_value = "no_longer_wants")]
    NoLongerWants,
    /// The two have met first, and one of them says no thanks.
    #[sea_orm(string_value = "met_no_thanks")]
    MetNoThanks,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(DeclineReason: "matching-decline");

/// Which side declined a proposal.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum DeclinedBy {
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "mentee")]
    Mentee,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    pub mentor_id: Uuid,
    pub seat_hold_id: Option<Uuid>,
    pub proposed_at: DateTimeUtc,
    pub proposed_by: Option<Uuid>,
    pub method: ProposalMethod,
    #[sea_orm(column_type = "JsonBinary")]
    pub facts: Json,
    pub expires_on: Date,
    pub reminded_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub question: Option<String>,
    pub asked_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    pub answered_at: Option<DateTimeUtc>,
    pub mentor_accepted_at: Option<DateTimeUtc>,
    pub mentee_accepted_at: Option<DateTimeUtc>,
    pub declined_at: Option<DateTimeUtc>,
    pub declined_by: Option<DeclinedBy>,
    pub decline_reason: Option<DeclineReason>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_note: Option<String>,
    /// Once declined: the first day on which the two may be proposed to each other again; empty when they never may.
    pub rests_until: Option<Date>,
    pub expired_at: Option<DateTimeUtc>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}

pub fn to_proposer() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::ProposedBy).to(users::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}
