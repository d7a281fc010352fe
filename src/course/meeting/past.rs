//! A meeting as it stood before it is corrected or removed.

use chrono::NaiveDate;
use entity::{Meeting, past_meetings};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

/// Keeps what was known of a meeting until a day.
pub(super) async fn keep(tx: &impl ConnectionTrait, meeting: &Meeting, until_on: NaiveDate) -> Result<(), DbErr> {
    past_meetings::Entity::insert(past_meeting(meeting, until_on)).exec_without_returning(tx).await.map(drop)
}

/// The row that keeps it.
pub fn past_meeting(meeting: &Meeting, until_on: NaiveDate) -> past_meetings::ActiveModel {
    past_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        meeting_id: Set(meeting.id),
        course_id: Set(meeting.course_id),
        held_on: Set(meeting.held_on),
        attendance: Set(meeting.attendance),
        known_on: Set(meeting.known_on.unwrap_or(meeting.held_on)),
        until_on: Set(until_on),
    }
}
