//! Staff have found out whether the two met.

use chrono::{DateTime, Utc};
use entity::meeting_questions::{self, Column, DidMeet, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    queries::locked,
    settle::{log_met, log_not_met},
};
use crate::{
    clock::local_date,
    course::{Mentoring, meeting::LogError},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Writes down what staff found out, with a note of theirs. A second press, and a question that was settled meanwhile, change
/// nothing.
pub async fn resolve(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
    (did_meet, note): (DidMeet, Option<String>),
) -> Result<(), LogError> {
    let tx = db.begin().await?;
    let Some(standing) = locked(&tx, local_date(now), id).await?.filter(|found| found.course.id == course_id) else {
        return Ok(());
    };
    let by = Mentoring::from(viewer).into();
    let about = (&standing.course, &standing.question);
    match did_meet {
        DidMeet::Met => log_met(&tx, now, about, by).await?,
        DidMeet::NotMet => log_not_met(&tx, now, about, by).await?,
    }
    let by_staff =
        meeting_questions::ActiveModel { settled_by: Set(Some(viewer.user_id)), note: Set(note), ..Default::default() };
    Entity::update_many().set(by_staff).filter(Column::Id.eq(id)).exec(&tx).await?;
    let details = serde_json::json!({ "about_on": standing.question.about_on });
    let change = Change { details: Some(details), ..Change::of(viewer, "course", course_id, "met_settled") };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}
