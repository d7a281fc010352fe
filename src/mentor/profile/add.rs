//! A mentor whom staff write down, after having spoken to the person.

use chrono::{DateTime, Utc};
use entity::mentors;
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, prelude::Uuid};
use thiserror::Error;

use super::{NewProfile, save::is_known};
use crate::{
    database::Database,
    mentor::seats::SeatCountError,
    record::{Change, Row},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum AddError {
    #[error("mentor-address-known")]
    AddressKnown,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<SeatCountError> for AddError {
    /// Nobody holds a seat of a new mentor, so a refusal is ours to explain.
    fn from(error: SeatCountError) -> Self {
        match error {
            SeatCountError::Db(error) => Self::Db(error),
            held => Self::Db(DbErr::Custom(held.to_string())),
        }
    }
}

/// Writes a mentor down and returns the id. The person was spoken to, so the address counts as confirmed; the letter
/// that invites to sign in proves it later.
pub async fn add(
    db: &Database,
    now: DateTime<Utc>,
    by: &Viewer,
    email: String,
    new: NewProfile,
) -> Result<Uuid, AddError> {
    let tx = db.begin().await?;
    if is_known(&tx, &email).await? {
        return Err(AddError::AddressKnown);
    }
    let id = Uuid::now_v7();
    let row = mentors::ActiveModel {
        id: Set(id),
        reference: Set(id.simple().to_string()),
        email: Set(email),
        email_confirmed_at: Set(Some(now)),
        language: Set("da".into()),
        version: Set(0),
        ..new.columns()
    };
    mentors::Entity::insert(row).exec_without_returning(&tx).await?;
    new.write_beside(&tx, id).await?;
    let change = Change::of(by, "mentor", id, "added");
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(id)
}
