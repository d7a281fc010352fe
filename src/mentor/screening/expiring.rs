//! Criminal-record checks that run out before long: the mentor is told in time.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    mentors::{Column, CriminalRecordStatus, Entity},
    messages,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, prelude::Uuid,
};

use super::letters;
use crate::{
    backlog::Due,
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
pub async fn expiring(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Due>, DbErr> {
    let soon = Entity::find().filter(is_expiring(local_date(now))).select_only();
    let found: Vec<(Uuid, Option<NaiveDate>)> =
        soon.clone().columns([Column::Id, Column::CriminalRecordExpiresOn]).into_tuple().all(db).await?;
    let of_them = messages::Column::SubjectId.in_subquery(soon.column(Column::Id).into_query());
    let told = messages::Entity::find().filter(messages::Column::Kind.eq(letters::CERTIFICATE_EXPIRING.name));
    let told = told.filter(of_them).select_only().column(messages::Column::DedupKey);
    let told: HashSet<String> = told.into_tuple().all(db).await?.into_iter().collect();
    let key = |id, on: NaiveDate| letters::CERTIFICATE_EXPIRING.dedup_key(id, &on.to_string());
    let known = found.into_iter().filter_map(|(id, on)| on.map(|on| (id, on)));
    let new = known.filter(|(id, on)| !told.contains(&key(*id, *on)));
    Ok(new.map(|(id, on)| Due { id, of: id, on: on - Days::new(EXPIRES_SOON_DAYS) }).collect())
}

/// Queues a letter to one of them, once for each check.
pub async fn tell_expiring(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let mentor = Entity::find_by_id(id).filter(is_expiring(local_date(now))).one(tx).await?;
    let Some(expires_on) = mentor.and_then(|mentor| mentor.criminal_record_expires_on) else { return Ok(()) };
    message::queue(tx, now, letters::CERTIFICATE_EXPIRING, id, &expires_on.to_string()).await
}
