//! What was told of a try was wrong: another row takes its place, and the first one stays.

use chrono::{DateTime, Utc};
use entity::{
    FollowUp, FollowUpTry,
    contact_attempts::AttemptResult,
    follow_up_tries,
    follow_ups::{self, Column, open},
    status_updates,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};
use thiserror::Error;

use super::{
    plan::keep,
    queries::tries_of,
    record_try::{NewTry, TryError, check_time, held, insert, is_open, reach, told},
};
use crate::{clock::local_date, config::Rules, database::Database, form::ChangedMeanwhile, viewer::Viewer};

#[derive(Debug, Error, PartialEq)]
pub enum CorrectTryError {
    /// There is no such try, or it was corrected already.
    #[error("course-gone")]
    NotFound,
    /// The next follow-up was begun since, or this one was given up: whether it reached somebody stands.
    #[error("follow-up-gone-on")]
    GoneOn,
    #[error(transparent)]
    Refused(#[from] TryError),
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Puts another row in the place of a try, if that is `unchanged` since somebody looked.
pub async fn correct(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    (id, try_id): (Uuid, Uuid),
    (new, unchanged): (NewTry, impl FnOnce(&FollowUpTry) -> Result<(), ChangedMeanwhile>),
) -> Result<(), CorrectTryError> {
    let (tx, follow_up, course) = held(db, id).await?.ok_or(CorrectTryError::NotFound)?;
    let known = tries_of(&tx, id).await?.into_iter().find(|one| one.id == try_id).ok_or(CorrectTryError::NotFound)?;
    unchanged(&known)?;
    check_time(now, &course, new.tried_at)?;
    let (was, is) = (known.result == AttemptResult::Answered, new.result == AttemptResult::Answered);
    if was && !is {
        take_back(&tx, &follow_up).await?;
    } else if is && !was && !is_open(&follow_up) {
        return Err(CorrectTryError::GoneOn);
    }
    insert(&tx, now, viewer, &follow_up, (&new, Some(&known))).await?;
    if is {
        reach(&tx, id, Some(local_date(new.tried_at))).await?;
    }
    keep(&tx, rules, local_date(now), course.id).await?;
    told(viewer, &follow_up, "follow_up_corrected").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Nobody was reached after all: the follow-up is to be done again, in place of the one that was planned after it.
async fn take_back(tx: &impl ConnectionTrait, follow_up: &FollowUp) -> Result<(), CorrectTryError> {
    let next = follow_ups::Entity::find()
        .filter(Column::CourseId.eq(follow_up.course_id))
        .filter(Column::Side.eq(follow_up.side))
        .filter(Column::Number.gt(follow_up.number));
    for next in next.all(tx).await? {
        let begun = follow_up_tries::Entity::find().filter(follow_up_tries::Column::FollowUpId.eq(next.id));
        if !is_open(&next) || begun.count(tx).await? > 0 {
            return Err(CorrectTryError::GoneOn);
        }
        follow_ups::Entity::delete_many().filter(Column::Id.eq(next.id)).filter(open()).exec(tx).await?;
    }
    reach(tx, follow_up.id, None).await?;
    Ok(to_be_told_again(tx, follow_up.id).await?)
}

/// That whoever referred need not be told was said of the talk that never was. What they were told stands.
async fn to_be_told_again(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    use status_updates::Column as Of;
    let said = status_updates::Entity::find().filter(Of::FollowUpId.eq(id)).filter(status_updates::standing());
    if said.count(tx).await? > 0 {
        return Ok(());
    }
    let untold = follow_ups::ActiveModel { partner_told_on: Set(None), ..Default::default() };
    follow_ups::Entity::update_many().set(untold).filter(Column::Id.eq(id)).exec(tx).await.map(drop)
}
