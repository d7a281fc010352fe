//! Questions to both sides of a course whether they have met, once for each occasion.

use sea_orm::{Condition, entity::prelude::*, sea_query::ExprTrait};
use serde::{Deserialize, Serialize};

use crate::{courses, planned_meetings};

/// What somebody says, or what it came to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))")]
#[serde(rename_all = "snake_case")]
pub enum DidMeet {
    #[sea_orm(string_value = "met")]
    Met,
    #[sea_orm(string_value = "not_met")]
    NotMet,
}

crate::stored!(DidMeet: "course-met");

/// Why two did not meet, as one of them says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    #[sea_orm(string_value = "other_day")]
    OtherDay,
    #[sea_orm(string_value = "ill")]
    Ill,
    #[sea_orm(string_value = "forgot")]
    Forgot,
    /// The other side did not come, or could not be reached.
    #[sea_orm(string_value = "not_reached")]
    NotReached,
    #[sea_orm(string_value = "not_wanted")]
    NotWanted,
    #[sea_orm(string_value = "other")]
    Other,
}

crate::stored!(WhyNot: "course-met-why");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_questions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    /// The agreed meeting that is asked about; nothing where the agreed rhythm had passed.
    pub planned_meeting_id: Option<Uuid>,
    /// The day that is asked about: of the agreed meeting, or on which the rhythm had passed.
    pub about_on: Date,
    /// The first day of which a meeting answers it.
    pub since_on: Date,
    pub asked_at: DateTimeUtc,
    pub mentor_said: Option<DidMeet>,
    pub mentor_said_at: Option<DateTimeUtc>,
    /// The day on which they met, as this side says.
    pub mentor_met_on: Option<Date>,
    pub mentor_why: Option<WhyNot>,
    pub mentee_said: Option<DidMeet>,
    pub mentee_said_at: Option<DateTimeUtc>,
    pub mentee_met_on: Option<Date>,
    pub mentee_why: Option<WhyNot>,
    /// The day on which they have agreed to meet instead.
    pub next_on: Option<Date>,
    /// When nobody was asked any more, with what it came to; no outcome where the question was of no use any more.
    pub settled_at: Option<DateTimeUtc>,
    /// Who of staff settled it; nobody where the two, the log or the clock did.
    pub settled_by: Option<Uuid>,
    pub outcome: Option<DidMeet>,
    /// What was logged of it.
    pub meeting_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Questions that still wait for an answer.
pub fn open() -> Condition {
    Condition::all().add(Column::SettledAt.is_null())
}

/// Open questions of which the two say different things.
pub fn differing() -> Condition {
    let differs = |mentor: DidMeet, mentee: DidMeet| Column::MentorSaid.eq(mentor).and(Column::MenteeSaid.eq(mentee));
    let either = differs(DidMeet::Met, DidMeet::NotMet).or(differs(DidMeet::NotMet, DidMeet::Met));
    open().add(either)
}

/// Open questions that were asked by then, and to which the mentor has said nothing.
pub fn without_mentor(asked_by: DateTimeUtc) -> Condition {
    open().add(Column::AskedAt.lte(asked_by)).add(Column::MentorSaid.is_null())
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}

pub fn to_planned_meeting() -> RelationDef {
    Entity::belongs_to(planned_meetings::Entity).from(Column::PlannedMeetingId).to(planned_meetings::Column::Id).into()
}
