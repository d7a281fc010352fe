//! What happened in courses and after them: meetings, surveys and the attempts to reach somebody.

use entity::{contact_attempts, meetings, surveys, surveys::AnsweredThrough};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr};

use super::{now_in, past, records};
use crate::{
    exchange::{
        import::{How, Progress},
        merge::Fate,
        scheme::Scheme,
    },
    survey,
};

pub async fn meetings(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    let otherwise = past::meetings(tx, scheme, how.today).await?;
    records::<meetings::Entity, _>(tx, &scheme.meetings, progress, |entry, record| {
        let row = &entry.row;
        if entry.fate == Fate::New {
            record.logged_at = Set(how.now);
        }
        if otherwise.contains(&entry.id) {
            record.known_on = Set(Some(how.today));
        }
        // The check has found every course.
        record.course_id = scheme.courses.id(&row.course_id).map(Set).unwrap_or_default();
        record.held_on = Set(row.held_on);
        record.minutes = Set(row.minutes);
        record.channel = Set(row.channel);
        record.attendance = Set(row.attendance);
    })
    .await
}

pub async fn surveys(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    how: &How,
    progress: Progress<'_>,
) -> Result<(), DbErr> {
    let otherwise = past::answers(tx, scheme).await?;
    records::<surveys::Entity, _>(tx, &scheme.surveys, progress, |entry, record| {
        let row = &entry.row;
        if now_in(&record.status) != row.status {
            record.answered_through = Set(row.status.map(|_| AnsweredThrough::Import));
        }
        if otherwise.contains(&entry.id) {
            record.answer_known_on = Set(row.status.map(|_| how.today));
        }
        if row.status.is_some() {
            record.not_reached_on = Set(None);
        }
        record.course_id = scheme.courses.id(&row.course_id).map(Set).unwrap_or_default();
        record.kind = Set(row.kind);
        record.due_on = Set(row.due_on);
        record.answered_on = Set(row.answered_on);
        record.status = Set(row.status);
    })
    .await?;
    survey::follow_import(tx, how.today).await
}

pub async fn attempts(tx: &impl ConnectionTrait, scheme: &Scheme, progress: Progress<'_>) -> Result<(), DbErr> {
    records::<contact_attempts::Entity, _>(tx, &scheme.attempts, progress, |entry, record| {
        let row = &entry.row;
        record.course_id = scheme.courses.id(&row.course_id).map(Set).unwrap_or_default();
        record.kind = Set(row.kind);
        record.attempted_on = Set(row.attempted_on);
        record.channel = Set(row.channel);
        record.result = Set(row.result);
    })
    .await
}
