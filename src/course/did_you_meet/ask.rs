//! Both sides are asked, once for each occasion.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{courses, meeting_questions};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid, sea_query::OnConflict,
};

use super::{
    due::{Asking, Occasion, occasions},
    letters,
};
use crate::{
    backlog::{self, Due},
    config::Rules,
    message,
};

/// The courses in which something is to be asked by now, with each occasion: one that a file brought in may be held while another
/// is not.
pub async fn to_ask(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Due>, DbErr> {
    let found = occasions(db, Asking { now, rules, course: None }).await?;
    let due = |occasion: Occasion| Due { id: occasion.course_id, of: occasion.course_id, on: asked_from(&occasion) };
    Ok(found.into_iter().map(due).collect())
}

fn asked_from(occasion: &Occasion) -> NaiveDate {
    occasion.about_on + Days::new(1)
}

/// Asks both sides of a course about what is to be asked by now; of several occasions about the first that is not held. Safe to do
/// twice.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules, course_id: Uuid) -> Result<(), DbErr> {
    courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let found = occasions(tx, Asking { now, rules, course: Some(course_id) }).await?;
    let held = backlog::held_until(tx, course_id).await?;
    let is_held = |occasion: &&Occasion| held.is_some_and(|day| asked_from(occasion) <= day);
    let Some(occasion) = found.iter().find(|occasion| !is_held(occasion)) else { return Ok(()) };
    let question = meeting_questions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        planned_meeting_id: Set(occasion.planned),
        about_on: Set(occasion.about_on),
        since_on: Set(occasion.since_on),
        asked_at: Set(now),
        ..Default::default()
    };
    // The day may have been asked about before for another reason.
    let once = OnConflict::new().do_nothing().to_owned();
    meeting_questions::Entity::insert(question).on_conflict(once).exec_without_returning(tx).await?;
    for kind in [letters::MENTOR, letters::MENTEE] {
        message::queue(tx, now, kind, course_id, &occasion.about_on.to_string()).await?;
    }
    Ok(())
}
