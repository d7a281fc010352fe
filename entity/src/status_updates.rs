//! What whoever referred is told of how it goes: one of a few sentences, with its day. Never a note of anybody's.

use sea_orm::{Condition, entity::prelude::*};

/// The sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))", rename_all = "snake_case")]
pub enum Sentence {
    MeetAsAgreed,
    NotMetYet,
    NotMetLately,
    MenteeNotReached,
    MentorNotReached,
    JobInSight,
    JobBegun,
    EndsSoon,
    TheyGoOn,
    TheyChange,
    TheyStop,
}

crate::stored!(Sentence: "status-update");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "status_updates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    /// After which follow-up it was said.
    pub follow_up_id: Option<Uuid>,
    pub sentence: Sentence,
    pub said_at: DateTimeUtc,
    pub said_by: Uuid,
    /// Since when it stands no more, as it was a mistake.
    pub taken_back_at: Option<DateTimeUtc>,
    pub taken_back_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What stands.
pub fn standing() -> Condition {
    Condition::all().add(Column::TakenBackAt.is_null())
}
