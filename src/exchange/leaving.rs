//! Whoever leaves the platform in a file made on the machine is in the reading log, as read by nobody who signed in;
//! and that it was made is in the security log.

use chrono::{DateTime, Utc};
use entity::{enquiries, readings::ReadingPurpose, security_events::SecurityKind, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use crate::{
    database::Database,
    record::{self, Reader, Revealed, SecurityEvent, Subject},
};

/// Writes down that every young person is in the files that are made next.
pub async fn export_begins(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let told = Revealed::people(ReadingPurpose::Export, young_people(db).await?);
    write(db, now, SecurityKind::Exported, &told).await
}

/// The same of a backup, which has everybody: young people, and those who asked for a mentor.
pub async fn backup_begins(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let asked = enquiries::Entity::find().select_only().column(enquiries::Column::Id);
    let asked: Vec<Uuid> = asked.into_tuple().all(db).await?;
    let asked = Revealed::of(ReadingPurpose::Backup, asked.into_iter().map(Subject::Enquiry));
    let told = Revealed::people(ReadingPurpose::Backup, young_people(db).await?).and(asked);
    write(db, now, SecurityKind::BackedUp, &told).await
}

async fn young_people(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let all = young_people::Entity::find().select_only().column(young_people::Column::Id);
    all.into_tuple().all(db).await
}

async fn write(db: &Database, now: DateTime<Utc>, kind: SecurityKind, told: &Revealed) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    record::write_readings(&tx, now, Reader::Nobody, told).await?;
    SecurityEvent::new(kind).write(&tx, now).await?;
    tx.commit().await
}
