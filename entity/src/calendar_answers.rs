//! What somebody's calendar answered to the invitation to an agreed meeting: of each side the last that holds.

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use crate::{messages::AddresseeKind, planned_meetings};

/// Whether they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum CalendarSays {
    Accepted,
    Tentative,
    Declined,
}

crate::stored!(CalendarSays: "calendar-says");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub planned_meeting_id: Uuid,
    /// The mentor or the young person.
    pub addressee: AddresseeKind,
    pub says: CalendarSays,
    /// Of the invitation that was answered: once the meeting is changed, the answer is to what is no more.
    pub sequence: i32,
    /// When the calendar made the answer.
    pub stamped_at: DateTimeUtc,
    /// When it came in.
    pub told_at: DateTimeUtc,
    /// When staff said that the meeting stands all the same.
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// A no to a meeting as it is agreed now, which nobody has settled; for a query that joins the meeting.
pub fn declined() -> Condition {
    let of_now =
        Expr::col((Entity, Column::Sequence)).equals((planned_meetings::Entity, planned_meetings::Column::Sequence));
    Condition::all().add(Column::Says.eq(CalendarSays::Declined)).add(Column::SettledAt.is_null()).add(of_now)
}

pub fn to_planned_meeting() -> RelationDef {
    Entity::belongs_to(planned_meetings::Entity).from(Column::PlannedMeetingId).to(planned_meetings::Column::Id).into()
}
