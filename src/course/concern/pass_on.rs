//! A concern that nobody has taken for a day is passed on, and again each week as long as nobody takes it: to the deputy of whoever sees to the course, to an administrator where
//! there is no deputy, and to anybody of staff where there is neither.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    absences, concerns,
    concerns::{Column, Entity},
    users,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, prelude::Uuid,
};

use super::letters;
use crate::{
    clock::local_date,
    duty::{self, Thing},
    message,
    record::Change,
};

/// How long whoever sees to the course has it alone.
const ALONE: Duration = Duration::hours(24);
/// How long it is before all of them are told again.
const AGAIN: Duration = Duration::days(7);

/// Concerns that nobody has taken a day after they were raised, or a week after staff were last told.
pub async fn untaken(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let old = Entity::find().filter(due(now));
    old.select_only().column(Column::Id).into_tuple().all(db).await
}

fn due(now: DateTime<Utc>) -> Condition {
    let first = Column::PassedAt.is_null().and(Column::RaisedAt.lte(now - ALONE));
    concerns::untaken().add(first.or(Column::PassedAt.lte(now - AGAIN)))
}

/// Passes one of them on. From the second time on whoever sees to the course is told again, too. Safe to do twice.
pub async fn pass_on(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let found = Entity::find_by_id(id).filter(due(now)).lock_exclusive().one(tx).await?;
    let Some(concern) = found else { return Ok(()) };
    let told = duty::hears(tx, Thing::Course, concern.course_id, local_date(now)).await?.map(|user| user.id);
    let next = match told {
        Some(told) => next_after(tx, told, local_date(now)).await?,
        None => None,
    };
    // Where there is nobody else, whoever was told is told once more.
    let passed = concerns::ActiveModel {
        id: Set(id),
        passed_at: Set(Some(now)),
        passed_to: Set(next.or(told)),
        ..Default::default()
    };
    passed.update(tx).await?;
    // The first letter to each has no date in its mark.
    let again = concern.passed_at.map(|_| local_date(now).to_string());
    message::queue(tx, now, letters::PASSED_ON, id, again.as_deref().unwrap_or_default()).await?;
    // Where there is nobody else, whoever sees to the course has just been told.
    if let Some(again) = again.filter(|_| next.is_some()) {
        message::queue(tx, now, letters::RAISED, id, &again).await?;
    }
    let change = Change { subject: "concern", subject_id: id, action: "passed_on", ..Change::default() };
    change.write(tx, now).await
}

/// Who is told after somebody: the deputy of their newest absence, otherwise as a last resort.
async fn next_after(tx: &impl ConnectionTrait, told: Uuid, today: NaiveDate) -> Result<Option<Uuid>, DbErr> {
    let at_work = users::Entity::find().filter(users::at_work()).select_only().column(users::Column::Id);
    let deputy = absences::Entity::find()
        .filter(absences::Column::UserId.eq(told))
        .filter(absences::Column::DeputyId.ne(told))
        .filter(absences::Column::DeputyId.in_subquery(at_work.into_query()))
        .order_by_desc(absences::Column::FromOn)
        .one(tx)
        .await?;
    if let Some(deputy) = deputy.and_then(|absence| absence.deputy_id) {
        return Ok(Some(deputy));
    }
    Ok(duty::last_resort(tx, Some(told), today).await?.map(|user| user.id))
}
