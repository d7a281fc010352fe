//! The mentor asks, or staff write down what the mentor asked.

use chrono::{DateTime, Utc};
use entity::{
    advice_requests::{self, Column},
    courses, mentors,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{
    letters,
    linked::{Linked, linked},
};
use crate::{
    course::{
        access::{NotRunning, begin_to_meet},
        meeting::on_behalf_of,
    },
    database::Database,
    message,
    record::{Change, SAID_AGAIN_WITHIN},
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
    let act = begin_to_meet(db, now, viewer.into(), course_id).await?;
    if asked_before(&act.tx, now, (course_id, Some(viewer.user_id)), &text).await? {
        return Ok(());
    }
    keep(&act.tx, now, (course_id, Some(viewer.user_id)), text).await?;
    let asked = Change::of(viewer, "course", course_id, "advice_asked");
    act.finish(now, Change { on_behalf_of: on_behalf_of(viewer), ..asked }).await
}

/// The same for a mentor by any link of theirs into the course; it goes on being of use. Returns false when nothing was taken.
pub(super) async fn ask_by_link(db: &Database, now: DateTime<Utc>, token: &str, text: String) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(found) = linked(&tx, now, token).await? else { return Ok(false) };
    let id = found.course.id;
    courses::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let Some(linked) = linked(&tx, now, token).await? else { return Ok(false) };
    let by = stand_ins_user(&tx, &linked).await?;
    if asked_before(&tx, now, (id, by), &text).await? {
        return Ok(true);
    }
    keep(&tx, now, (id, by), text).await?;
    let change = Change { subject: "course", subject_id: id, action: "advice_asked", by, ..Default::default() };
    Change { on_behalf_of: by.is_none().then_some("mentor"), ..change }.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// The sign-in of whoever stands in and has the link, so that the answer goes to them. Nobody where it is the mentor of the course.
async fn stand_ins_user(tx: &impl ConnectionTrait, linked: &Linked) -> Result<Option<Uuid>, DbErr> {
    if linked.mentor_id == linked.course.mentor_id {
        return Ok(None);
    }
    let mentor = mentors::Entity::find_by_id(linked.mentor_id).one(tx).await?;
    Ok(mentor.and_then(|mentor| mentor.user_id))
}

/// Whether the very same was asked just before by the same, and still waits.
async fn asked_before(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (course_id, asked_by): (Uuid, Option<Uuid>),
    text: &str,
) -> Result<bool, DbErr> {
    let same = advice_requests::Entity::find()
        .filter(advice_requests::open())
        .filter(Column::CourseId.eq(course_id))
        .filter(asked_by.map_or(Column::AskedBy.is_null(), |by| Column::AskedBy.eq(by)))
        .filter(Column::Text.eq(text))
        .filter(Column::AskedAt.gt(now - SAID_AGAIN_WITHIN));
    Ok(same.one(tx).await?.is_some())
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
