//! What a file tells otherwise than it was known is kept as it stood until today; what it tells first is known from its own day.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{Course, Meeting, Survey, courses, meetings, past_endings, past_meetings, surveys};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{CHUNK, by_id};
use crate::{
    course::{ending::past_ending, meeting::past_meeting},
    exchange::{
        merge::{Fate, Side},
        scheme::Scheme,
        tables::{CourseRow, MeetingRow, SurveyRow},
    },
};

/// The meetings that the files tell otherwise.
pub async fn meetings(tx: &impl ConnectionTrait, scheme: &Scheme, today: NaiveDate) -> Result<HashSet<Uuid>, DbErr> {
    let differs = |row: &MeetingRow, kept: &Meeting| (row.held_on, row.attendance) != (kept.held_on, kept.attendance);
    let otherwise = told_otherwise::<meetings::Entity, _>(tx, &scheme.meetings, differs).await?;
    for some in otherwise.chunks(CHUNK) {
        let past = some.iter().map(|meeting| past_meeting(meeting, today));
        past_meetings::Entity::insert_many(past).exec_without_returning(tx).await?;
    }
    Ok(otherwise.into_iter().map(|meeting| meeting.id).collect())
}

/// The ended courses whose ending the files tell otherwise.
pub async fn endings(tx: &impl ConnectionTrait, scheme: &Scheme, today: NaiveDate) -> Result<HashSet<Uuid>, DbErr> {
    let told = |row: &CourseRow| (row.ended_on, row.ended_by, row.interruption_reason, row.class_override);
    let known = |kept: &Course| (kept.ended_on, kept.ended_by, kept.interruption_reason, kept.class_override);
    let differs = |row: &CourseRow, kept: &Course| kept.ended_on.is_some() && told(row) != known(kept);
    let otherwise = told_otherwise::<courses::Entity, _>(tx, &scheme.courses, differs).await?;
    for some in otherwise.chunks(CHUNK) {
        let past = some.iter().filter_map(|course| past_ending(course, today));
        past_endings::Entity::insert_many(past).exec_without_returning(tx).await?;
    }
    Ok(otherwise.into_iter().map(|course| course.id).collect())
}

/// The courses that ran until now, and of which the files tell that they have ended.
pub async fn ended(tx: &impl ConnectionTrait, scheme: &Scheme) -> Result<Vec<Uuid>, DbErr> {
    let differs = |row: &CourseRow, kept: &Course| kept.ended_on.is_none() && row.ended_on.is_some();
    let ended = told_otherwise::<courses::Entity, _>(tx, &scheme.courses, differs).await?;
    Ok(ended.into_iter().map(|course| course.id).collect())
}

/// The answered surveys whose answer the files tell otherwise.
pub async fn answers(tx: &impl ConnectionTrait, scheme: &Scheme) -> Result<HashSet<Uuid>, DbErr> {
    let differs = |row: &SurveyRow, kept: &Survey| {
        kept.answered_on.is_some() && (row.status, row.answered_on) != (kept.status, kept.answered_on)
    };
    let otherwise = told_otherwise::<surveys::Entity, _>(tx, &scheme.surveys, differs).await?;
    Ok(otherwise.into_iter().map(|survey| survey.id).collect())
}

/// The records of a table, as they are kept, of which a written row says something else.
async fn told_otherwise<E: EntityTrait, R>(
    tx: &impl ConnectionTrait,
    side: &Side<R>,
    differs: impl Fn(&R, &E::Model) -> bool,
) -> Result<Vec<E::Model>, DbErr> {
    let changed: Vec<_> = side.entries.iter().filter(|entry| entry.fate == Fate::Changed).collect();
    let mut kept = by_id::<E>(tx, changed.iter().map(|entry| entry.id)).await?;
    let each = changed.into_iter().filter_map(|entry| Some((&entry.row, kept.remove(&entry.id)?)));
    Ok(each.filter(|(row, kept)| differs(row, kept)).map(|(_, kept)| kept).collect())
}
