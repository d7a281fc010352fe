//! The reading log: each opening of a journal, with its purpose.

use chrono::{DateTime, Utc};
use entity::readings::{self, ReadingPurpose};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::web::Viewer;

/// Writes down that this viewer opened the journal of a young person.
pub async fn reading(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    young_person_id: Uuid,
    purpose: ReadingPurpose,
) -> Result<(), DbErr> {
    readings(db, now, viewer, [young_person_id], purpose).await
}

/// The same for several young people on one page, of whom there is at least one.
pub async fn readings(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    young_people: impl IntoIterator<Item = Uuid>,
    purpose: ReadingPurpose,
) -> Result<(), DbErr> {
    let row = |young_person_id| readings::ActiveModel {
        id: Set(Uuid::now_v7()),
        young_person_id: Set(young_person_id),
        user_id: Set(viewer.user_id),
        role: Set(viewer.role),
        purpose: Set(purpose),
        at: Set(now),
    };
    readings::Entity::insert_many(young_people.into_iter().map(row)).exec_without_returning(db).await?;
    Ok(())
}
