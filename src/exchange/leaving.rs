//! Whoever leaves the platform in a file made on the machine is in the reading log, as read by nobody who signed in.

use chrono::{DateTime, Utc};
use entity::{enquiries, readings::ReadingPurpose, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use crate::{
    database::Database,
    record,
    web::{Revealed, Subject},
};

/// Writes down that every young person is in a file that is made next.
pub async fn young_people_leave(db: &Database, now: DateTime<Utc>, purpose: ReadingPurpose) -> Result<(), DbErr> {
    let told = Revealed::people(purpose, young_people(db).await?);
    write(db, now, &told).await
}

/// The same of everybody: young people, and those who asked for a mentor.
pub async fn everybody_leaves(db: &Database, now: DateTime<Utc>, purpose: ReadingPurpose) -> Result<(), DbErr> {
    let asked = enquiries::Entity::find().select_only().column(enquiries::Column::Id);
    let asked: Vec<Uuid> = asked.into_tuple().all(db).await?;
    let told = Revealed::people(purpose, young_people(db).await?);
    write(db, now, &told.and(Revealed::of(purpose, asked.into_iter().map(Subject::Enquiry)))).await
}

async fn young_people(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let all = young_people::Entity::find().select_only().column(young_people::Column::Id);
    all.into_tuple().all(db).await
}

async fn write(db: &Database, now: DateTime<Utc>, told: &Revealed) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    record::write_readings(&tx, now, None, told).await?;
    tx.commit().await
}
