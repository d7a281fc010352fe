//! What the two agreed and what came of it: a query for each.

use entity::{Meeting, PlannedMeeting, meetings, planned_meetings};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{language::Tr, word::Worded};

pub async fn agreed(db: &impl ConnectionTrait, around: &Around) -> Result<Vec<PlannedMeeting>, DbErr> {
    let own = planned_meetings::Column::CourseId.is_in(around.course_ids());
    planned_meetings::Entity::find().filter(own).all(db).await
}

/// When the two were to meet, or are, and what was called off.
pub fn agreed_entries(tr: Tr, agreed: &[PlannedMeeting]) -> Vec<Entry> {
    let entry = |meeting: &PlannedMeeting| {
        let key = if meeting.cancelled_at.is_some() { "timeline-agreed-off" } else { "timeline-agreed" };
        let what = tr.t1(key, "way", meeting.channel.label(tr));
        let entry = Entry::new(Kind::Agreed, When::At(meeting.starts_at), what);
        entry.href(format!("/courses/{}", meeting.course_id))
    };
    agreed.iter().map(entry).collect()
}

/// How each meeting went, with what the mentor or staff noted.
pub async fn held(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = meetings::Column::CourseId.is_in(around.course_ids());
    let found = meetings::Entity::find().filter(own).all(db).await?;
    let entry = |meeting: Meeting| {
        let entry = Entry::new(Kind::Meeting, When::On(meeting.held_on), meeting.attendance.label(tr));
        entry.told_barely().words(meeting.note.as_deref()).href(format!("/courses/{}", meeting.course_id))
    };
    Ok(found.into_iter().map(entry).collect())
}
