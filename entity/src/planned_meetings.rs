//! Meetings that two have agreed. Where they meet is not among it: that is often somebody's home.

use sea_orm::{Condition, entity::prelude::*};

use crate::{courses, meetings::Channel};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "planned_meetings")]
pub struct Model {
    /// Also what calendars know the meeting by.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub course_id: Uuid,
    pub starts_at: DateTimeUtc,
    pub minutes: i32,
    pub channel: Channel,
    /// Who wrote it down; nobody where a mentor without a sign-in did by a link.
    pub suggested_by: Option<Uuid>,
    pub made_at: DateTimeUtc,
    /// Rises with each change, the cancelling included; calendars drop what is older.
    pub sequence: i32,
    pub changed_at: DateTimeUtc,
    /// The earliest moment that somebody may still believe in, since it was moved.
    pub moved_from: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub cancelled_by: Option<Uuid>,
    /// What was told of it afterwards.
    pub meeting_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Neither called off nor told of.
pub fn open() -> Condition {
    Condition::all().add(Column::CancelledAt.is_null()).add(Column::MeetingId.is_null())
}

/// Open meetings that have not begun.
pub fn coming(now: DateTimeUtc) -> Condition {
    open().add(Column::StartsAt.gt(now))
}

/// Open meetings whose time has come, of which nobody has said whether the two met.
pub fn unanswered(now: DateTimeUtc) -> Condition {
    open().add(Column::StartsAt.lte(now))
}

pub fn to_course() -> RelationDef {
    Entity::belongs_to(courses::Entity).from(Column::CourseId).to(courses::Column::Id).into()
}
