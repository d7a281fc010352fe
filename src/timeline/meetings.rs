//! What the two agreed and what came of it, and what was asked afterwards: a query for each.

use entity::{Meeting, PlannedMeeting, Survey, meetings, planned_meetings, surveys};
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

pub async fn surveys(db: &impl ConnectionTrait, around: &Around) -> Result<Vec<Survey>, DbErr> {
    surveys::Entity::find().filter(surveys::Column::CourseId.is_in(around.course_ids())).all(db).await
}

/// Due, answered, not reached.
pub fn survey_entries(tr: Tr, surveys: &[Survey]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for survey in surveys {
        let kind = survey.kind.label(tr);
        let days = [
            (Some(survey.due_on), "timeline-survey-due"),
            (survey.answered_on, "timeline-survey-answered"),
            (survey.not_reached_on, "timeline-survey-not-reached"),
        ];
        for (day, key) in days {
            let Some(day) = day else { continue };
            let status = survey.status.map(|status| status.label(tr)).filter(|_| key == "timeline-survey-answered");
            let entry = Entry::new(Kind::Survey, When::On(day), tr.t1(key, "kind", kind.as_str()));
            entries.push(entry.told_barely().chosen(status.as_deref()).href(format!("/surveys/{}", survey.id)));
        }
    }
    entries
}
