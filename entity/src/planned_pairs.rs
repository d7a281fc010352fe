//! What a matching meeting plans for each referral: a mentor, or the reason why there is none.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{mentors, referrals};

/// Why somebody is left without a mentor in a plan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum WhyLeft {
    /// The wish has not been read into an industry.
    #[sea_orm(string_value = "wish_unread")]
    WishUnread,
    /// No mentor works in the industry or near it.
    #[sea_orm(string_value = "nobody_near")]
    NobodyNear,
    /// The mentors who do are too far away.
    #[sea_orm(string_value = "too_far")]
    TooFar,
    /// The mentors who do are ruled out, each by one fact.
    #[sea_orm(string_value = "ruled_out")]
    RuledOut,
    /// All seats of those who fit are taken by others in the plan.
    #[sea_orm(string_value = "taken")]
    Taken,
    /// People have forbidden all those who fit.
    #[sea_orm(string_value = "forbidden")]
    Forbidden,
    /// The mentor whom people have locked cannot be proposed.
    #[sea_orm(string_value = "lock_impossible")]
    LockImpossible,
    /// Staff are to talk with the partner first.
    #[sea_orm(string_value = "talk_first")]
    TalkFirst,
    /// The young person rests after a course.
    #[sea_orm(string_value = "rests")]
    Rests,
}

crate::stored!(WhyLeft: "planning-left");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "planned_pairs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub referral_id: Uuid,
    /// The longest waiting stands first.
    pub position: i32,
    pub mentor_id: Option<Uuid>,
    pub why_left: Option<WhyLeft>,
    /// What spoke for and against when the plan was made, and who else came near.
    #[sea_orm(column_type = "JsonBinary")]
    pub facts: Json,
    /// The mentors whom the plan may choose, each with what that costs, so that it can be made anew without weighing anybody
    /// again; nothing in plans of before there was such a thing.
    #[sea_orm(column_type = "Blob", nullable)]
    pub choices: Option<Vec<u8>>,
    pub proposal_id: Option<Uuid>,
    /// The key of the sentence why it could not become a proposal.
    pub refusal: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Pairs that have not become proposals.
pub fn unproposed() -> Condition {
    Condition::all().add(Column::ProposalId.is_null())
}

pub fn to_referral() -> RelationDef {
    Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into()
}
