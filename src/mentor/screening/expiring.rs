//! Criminal-record checks that run out before long: the mentor is told in time.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::mentors::{Column, CriminalRecordStatus, Entity};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::letters;
use crate::{
    clock::local_date,
    database::Database,
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

/// Queues a letter to each of them, once for each check.
pub async fn tell_expiring(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let found: Vec<(Uuid, Option<NaiveDate>)> = Entity::find()
        .filter(is_expiring(local_date(now)))
        .select_only()
        .columns([Column::Id, Column::CriminalRecordExpiresOn])
        .into_tuple()
        .all(db)
        .await?;
    for (id, expires_on) in found {
        let Some(expires_on) = expires_on else { continue };
        let tx = db.begin().await?;
        message::queue(&tx, now, letters::CERTIFICATE_EXPIRING, id, &expires_on.to_string()).await?;
        tx.commit().await?;
    }
    Ok(())
}
