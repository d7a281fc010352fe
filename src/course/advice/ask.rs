//! The mentor asks, or staff write down what the mentor asked.

use chrono::{DateTime, Utc};
use entity::advice_requests;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{letters, linked::linked};
use crate::{
    course::{
        access::{NotRunning, begin_running},
        meeting::on_behalf_of,
    },
    database::Database,
    message,
    record::Change,
    viewer::Viewer,
};

/// Keeps the question, and writes to whoever sees to the course.
pub async fn ask(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    text: String,
) -> Result<(), NotRunning> {
    let act = begin_running(db, now, viewer, course_id).await?;
    keep(&act.tx, now, (course_id, Some(viewer.user_id)), text).await?;
    let asked = Change::of(viewer, "course", course_id, "advice_asked");
    act.finish(now, Change { on_behalf_of: on_behalf_of(viewer), ..asked }).await
}

/// The same for a mentor by any link of theirs into the course; it goes on being of use. Returns false when nothing was taken.
pub(super) async fn ask_by_link(db: &Database, now: DateTime<Utc>, token: &str, text: String) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(linked) = linked(&tx, now, token).await? else { return Ok(false) };
    let id = linked.course.id;
    keep(&tx, now, (id, None), text).await?;
    let change = Change { subject: "course", subject_id: id, action: "advice_asked", ..Default::default() };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

async fn keep(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course_id, asked_by): (Uuid, Option<Uuid>),
    text: String,
) -> Result<(), DbErr> {
    let id = Uuid::now_v7();
    let asked = advice_requests::ActiveModel {
        id: Set(id),
        course_id: Set(course_id),
        text: Set(text),
        asked_at: Set(now),
        asked_by: Set(asked_by),
        answered_at: Set(None),
        answered_by: Set(None),
        answer: Set(None),
    };
    advice_requests::Entity::insert(asked).exec_without_returning(tx).await?;
    message::queue(tx, now, letters::ADVICE_ASKED, course_id, &id.simple().to_string()).await
}
