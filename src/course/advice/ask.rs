//! The mentor asks, or staff write down what the mentor asked.

use chrono::{DateTime, Utc};
use entity::advice_requests;
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::letters;
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
    let id = Uuid::now_v7();
    let asked = advice_requests::ActiveModel {
        id: Set(id),
        course_id: Set(course_id),
        text: Set(text),
        asked_at: Set(now),
        asked_by: Set(viewer.user_id),
        answered_at: Set(None),
        answered_by: Set(None),
        answer: Set(None),
    };
    advice_requests::Entity::insert(asked).exec_without_returning(&act.tx).await?;
    message::queue(&act.tx, now, letters::ADVICE_ASKED, course_id, &id.simple().to_string()).await?;
    let asked = Change::of(viewer, "course", course_id, "advice_asked");
    act.finish(now, Change { on_behalf_of: on_behalf_of(viewer), ..asked }).await
}
