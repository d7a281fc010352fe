//! What somebody without a sign-in wrote who wants a mentor, or knows somebody who does.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::mentors::ContactPreference;

use crate::{partners, referral_drafts, referrals};

/// What the one who writes is to the young person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum AskerRelation {
    #[sea_orm(string_value = "parent")]
    Parent,
    #[sea_orm(string_value = "teacher")]
    Teacher,
    #[sea_orm(string_value = "housing_worker")]
    HousingWorker,
    #[sea_orm(string_value = "friend")]
    Friend,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(AskerRelation: "enquiry-relation");

/// Why an enquiry did not become a referral.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(40))")]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    #[sea_orm(string_value = "no_contact")]
    NoContact,
    #[sea_orm(string_value = "no_longer_wants")]
    NoLongerWants,
    #[sea_orm(string_value = "found_job_or_education")]
    FoundJobOrEducation,
    #[sea_orm(string_value = "outside_target_group")]
    OutsideTargetGroup,
    /// No partner works where the young person lives.
    #[sea_orm(string_value = "no_partner")]
    NoPartner,
    /// The young person is known already, by a referral or another enquiry.
    #[sea_orm(string_value = "already_known")]
    AlreadyKnown,
    /// Written in jest, or to trouble us.
    #[sea_orm(string_value = "not_meant")]
    NotMeant,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(CloseReason: "enquiry-reason");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "enquiries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub received_on: Date,
    /// The partner whose link was used.
    pub partner_id: Option<Uuid>,
    /// `da` or `en`, as the page was read.
    pub language: String,
    /// Nobody when the young person writes.
    pub asker_name: Option<String>,
    pub asker_relation: Option<AskerRelation>,
    pub asker_phone: Option<String>,
    pub asker_email: Option<String>,
    pub first_name: String,
    /// In whole years on the day it was received.
    pub age: i32,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// `ThroughPartner` stands for "through the one who writes".
    pub contact_preference: Option<ContactPreference>,
    /// A postcode or a housing area, as typed.
    pub place: String,
    #[sea_orm(column_type = "Text")]
    pub wish: String,
    pub guardian_name: Option<String>,
    pub guardian_phone: Option<String>,
    /// The young person is under 18 and wants to be spoken to before a guardian is.
    pub guardian_later: bool,
    /// Which wording of the consent was agreed to.
    pub consent_version: i32,
    /// The last day on which staff tried to reach somebody.
    pub tried_on: Option<Date>,
    /// The draft of a referral that came of it; the referral has the same id.
    pub draft_id: Option<Uuid>,
    pub closed_on: Option<Date>,
    pub close_reason: Option<CloseReason>,
    #[sea_orm(column_type = "Text", nullable)]
    pub close_note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::PartnerId).to(partners::Column::Id).into()
}

pub fn to_draft() -> RelationDef {
    Entity::belongs_to(referral_drafts::Entity).from(Column::DraftId).to(referral_drafts::Column::Id).into()
}

/// Of the same id, once the draft has been sent.
pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::DraftId).to(referrals::Column::Id).into()
}
