//! Criminal-record checks that run out before long: the mentor is told in time.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    mentors::{Column, CriminalRecordStatus, Entity},
    messages,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::letters;
use crate::{
    clock::local_date,
    mentor::{MentorStatus, list::EXPIRES_SOON_DAYS, with_status},
    message,
};

/// Mentors who are here and whose check is good still, but not for long.
pub(super) fn is_expiring(today: NaiveDate) -> Condition {
    let here = [MentorStatus::Active, MentorStatus::Paused].map(|status| with_status(status, today));
    let here = here.into_iter().fold(Condition::any(), Condition::add);
    Condition::all()
        .add(here)
        .add(Column::CriminalRecordStatus.eq(CriminalRecordStatus::Approved))
        .add(Column::CriminalRecordExpiresOn.between(today, today + Days::new(EXPIRES_SOON_DAYS)))
}

/// Mentors who are to be told that their check runs out before long, and were not told of this one.
pub async fn expiring(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    use messages::Column as Of;
    let mut told = Query::select();
    told.expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Expr::col((messages::Entity, Of::SubjectId)).equals((Entity, Column::Id)))
        .and_where(Of::Kind.eq(letters::CERTIFICATE_EXPIRING.name))
        .and_where(Of::QueuedAt.gt(now - Days::new(EXPIRES_SOON_DAYS)));
    let found = Entity::find().filter(is_expiring(local_date(now))).filter(Expr::exists(told).not());
    found.select_only().column(Column::Id).into_tuple().all(db).await
}

/// Queues a letter to one of them, once for each check.
pub async fn tell_expiring(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let mentor = Entity::find_by_id(id).filter(is_expiring(local_date(now))).one(tx).await?;
    let Some(expires_on) = mentor.and_then(|mentor| mentor.criminal_record_expires_on) else { return Ok(()) };
    message::queue(tx, now, letters::CERTIFICATE_EXPIRING, id, &expires_on.to_string()).await
}
