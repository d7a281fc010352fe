//! A period is made shorter, or ended before its time. The row stays.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{StandIn, mentors, stand_ins};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid,
};

use super::{StandInError, letters};
use crate::{
    account::kept,
    clock::local_date,
    course::{access::begin, planned::passed_on},
    database::Database,
    record::Change,
    viewer::Viewer,
};

/// Brings the last day of a period forward, to today at the earliest, and tells everybody again.
pub async fn shorten(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
    until_on: NaiveDate,
) -> Result<(), StandInError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(StandInError::NotFound)?;
    let known = still_to_come(&act.tx, local_date(now), (course_id, id)).await?.ok_or(StandInError::NotFound)?;
    if until_on < known.from_on {
        return Err(StandInError::EndsFirst);
    }
    if until_on < local_date(now) || until_on >= known.until_on {
        return Err(StandInError::NotShorter);
    }
    let shorter = stand_ins::ActiveModel { id: Set(id), until_on: Set(until_on), ..Default::default() };
    shorter.update(&act.tx).await?;
    letters::tell(&act.tx, now, id).await?;
    passed_on::tell(&act.tx, now, course_id, until_on + Days::new(1)..=known.until_on).await?;
    let days = serde_json::json!({ "until_on": [known.until_on, until_on] });
    let change = Change { details: Some(days), ..Change::of(viewer, "course", course_id, "stand_in_shortened") };
    act.finish(now, change).await
}

/// Ends a period now: whoever stood in can open nothing of the course any more, and has no draft of it left.
pub async fn end(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (course_id, id): (Uuid, Uuid),
) -> Result<(), StandInError> {
    let act = begin(db, now, viewer, course_id).await?.ok_or(StandInError::NotFound)?;
    let own = stand_ins::Entity::find_by_id(id).filter(stand_ins::Column::CourseId.eq(course_id));
    let known = own.one(&act.tx).await?.ok_or(StandInError::NotFound)?;
    if known.ended_at.is_some() {
        return Ok(());
    }
    let over = stand_ins::ActiveModel {
        id: Set(id),
        ended_at: Set(Some(now)),
        ended_by: Set(Some(viewer.user_id)),
        ..Default::default()
    };
    over.update(&act.tx).await?;
    let mentor = mentors::Entity::find_by_id(known.mentor_id).one(&act.tx).await?;
    if let Some(user) = mentor.and_then(|mentor| mentor.user_id) {
        kept::forget_beneath(&act.tx, user, &format!("/courses/{course_id}")).await?;
    }
    letters::tell(&act.tx, now, id).await?;
    passed_on::tell(&act.tx, now, course_id, local_date(now)..=known.until_on).await?;
    act.finish(now, Change::of(viewer, "course", course_id, "stand_in_ended")).await
}

async fn still_to_come(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    (course_id, id): (Uuid, Uuid),
) -> Result<Option<StandIn>, DbErr> {
    let own = stand_ins::Entity::find_by_id(id).filter(stand_ins::Column::CourseId.eq(course_id));
    own.filter(stand_ins::kept()).filter(stand_ins::Column::UntilOn.gte(today)).one(tx).await
}
