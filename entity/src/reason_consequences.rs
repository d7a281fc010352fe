//! What staff declared to follow a reason, instead of what the platform declares itself.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// When a reason is given.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))")]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    #[sea_orm(string_value = "mentor_declined")]
    MentorDeclined,
    #[sea_orm(string_value = "mentee_declined")]
    MenteeDeclined,
    /// A course ended before it was completed.
    #[sea_orm(string_value = "course_ended")]
    CourseEnded,
}

crate::stored!(Occasion: "reason-when");

/// What becomes of the referral.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Onward {
    /// A mentor is looked for again at once; the waiting time is kept.
    #[sea_orm(string_value = "queue")]
    Queue,
    /// Staff talk with the partner first, and then decide.
    #[sea_orm(string_value = "talk_first")]
    TalkFirst,
    /// No further course.
    #[sea_orm(string_value = "close")]
    Close,
}

crate::stored!(Onward: "reason-onward");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reason_consequences")]
pub struct Model {
    /// Follows from occasion and reason, so that the change log knows a reason by the same id for good.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub occasion: Occasion,
    /// The word of a reason for declining a proposal, or for the end of a course.
    pub reason: String,
    pub onward: Onward,
    /// Calendar days: how long the pair rests after a no, or the young person after a course. Empty: for good.
    pub rest_days: Option<i32>,
    /// Calendar days for which the mentor is paused. Empty: until somebody ends the pause.
    pub pause_days: Option<i32>,
    pub changed_by: Uuid,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
