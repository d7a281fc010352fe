//! A try to reach somebody is written down; one that reached them does the follow-up, and the next is planned.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Course, FollowUp, FollowUpTry,
    contact_attempts::{AttemptChannel, AttemptResult},
    courses,
    follow_up_tries::{self, Mood, Review},
    follow_ups,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, prelude::Uuid,
};
use thiserror::Error;

use super::{plan::keep, queries::tries_of};
use crate::{
    clock::local_date,
    config::Rules,
    database::{Database, Transaction},
    record::{Change, Row, row},
    viewer::Viewer,
    word::Worded,
};

row! {
    /// What is told of a try.
    pub struct NewTry of follow_up_tries {
        columns {
            tried_at: DateTime<Utc>,
            channel: AttemptChannel,
            /// Answered is reached; anything else says why not.
            result: AttemptResult,
            /// For staff alone.
            said: Option<String>,
            mood: Option<Mood>,
            /// Whether a job or an education has begun.
            has_begun: bool,
            review: Option<Review>,
            /// What is to be done next, which has a day.
            step: Option<String>,
            step_on: Option<NaiveDate>,
        }
    }
}

#[derive(Debug, Error, PartialEq)]
pub enum TryError {
    #[error("course-gone")]
    NotFound,
    /// Somebody else has done it, or the course has ended.
    #[error("follow-up-closed")]
    Closed,
    #[error("follow-up-in-future")]
    InFuture,
    #[error("follow-up-before-match")]
    BeforeMatch,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes a try down. The same try twice stands once.
///
/// # Errors
/// [`TryError::Closed`] once it is done or given up, or its course has ended.
pub async fn record_try(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    id: Uuid,
    new: NewTry,
) -> Result<(), TryError> {
    let (tx, follow_up, course) = held(db, id).await?.ok_or(TryError::NotFound)?;
    let known = tries_of(&tx, id).await?;
    if known.iter().any(|one| tells_the_same(one, &new)) {
        return Ok(());
    }
    if !is_open(&follow_up) || course.ended_on.is_some() {
        return Err(TryError::Closed);
    }
    check_time(now, &course, new.tried_at)?;
    insert(&tx, now, viewer, &follow_up, (&new, None)).await?;
    if new.result == AttemptResult::Answered {
        reach(&tx, id, Some(local_date(new.tried_at))).await?;
        keep(&tx, rules, local_date(now), course.id).await?;
    }
    told(viewer, &follow_up, "follow_up_told").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// A follow-up with its course, both locked in a transaction of their own: the course first, as everywhere.
pub(super) async fn held(db: &Database, id: Uuid) -> Result<Option<(Transaction, FollowUp, Course)>, DbErr> {
    let tx = db.begin().await?;
    let Some(found) = follow_ups::Entity::find_by_id(id).one(&tx).await? else { return Ok(None) };
    let course = courses::Entity::find_by_id(found.course_id).lock_exclusive().one(&tx).await?;
    let follow_up = follow_ups::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    Ok(follow_up.zip(course).map(|(follow_up, course)| (tx, follow_up, course)))
}

pub(super) fn is_open(follow_up: &FollowUp) -> bool {
    follow_up.reached_on.is_none() && follow_up.not_reached_on.is_none()
}

/// A talk lies between the match and now.
pub(super) fn check_time(now: DateTime<Utc>, course: &Course, tried_at: DateTime<Utc>) -> Result<(), TryError> {
    if tried_at > now {
        return Err(TryError::InFuture);
    }
    if local_date(tried_at) < course.matched_on { Err(TryError::BeforeMatch) } else { Ok(()) }
}

/// Writes a row, as the first word or in place of another.
pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    follow_up: &FollowUp,
    (new, before): (&NewTry, Option<&FollowUpTry>),
) -> Result<(), DbErr> {
    // A step that was done stays done, as long as it is the same.
    let done = before.filter(|before| before.step == new.step && before.step_done_on.is_some());
    let own = follow_up_tries::Entity::find().filter(follow_up_tries::Column::FollowUpId.eq(follow_up.id));
    let known = own.count(tx).await?;
    let row = follow_up_tries::ActiveModel {
        id: Set(Uuid::now_v7()),
        follow_up_id: Set(follow_up.id),
        step_done_on: Set(done.and_then(|done| done.step_done_on)),
        step_done_by: Set(done.and_then(|done| done.step_done_by)),
        told_by: Set(viewer.user_id),
        told_at: Set(now),
        number: Set(i32::try_from(known).unwrap_or(i32::MAX - 1) + 1),
        replaces: Set(before.map(|before| before.id)),
        ..new.columns()
    };
    follow_up_tries::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Since when it is done; nothing when it is not.
pub(super) async fn reach(tx: &impl ConnectionTrait, id: Uuid, on: Option<NaiveDate>) -> Result<(), DbErr> {
    let reached = follow_ups::ActiveModel { id: Set(id), reached_on: Set(on), ..Default::default() };
    reached.update(tx).await.map(drop)
}

/// The act in the history of the course, without what was said.
pub(super) fn told(viewer: &Viewer, follow_up: &FollowUp, action: &'static str) -> Change {
    let details = serde_json::json!({ "side": follow_up.side.code(), "number": follow_up.number });
    Change { details: Some(details), ..Change::of(viewer, "course", follow_up.course_id, action) }
}

fn tells_the_same(known: &FollowUpTry, new: &NewTry) -> bool {
    new.changed(known).is_empty()
}
