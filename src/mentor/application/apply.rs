//! Applying to be a mentor.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Mentor,
    mentors::{self, Column},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
};
use serde_json::json;
use thiserror::Error;

use super::letters;
use crate::{
    account::{
        kept_spellings,
        throttle::{self, Try},
    },
    clock::local_date,
    database::Database,
    mentor::{profile::NewProfile, seats::SeatCountError},
    message,
    record::Change,
};

/// The wording of the consent that applicants give; raised whenever the sentence changes.
const CONSENT_VERSION: i32 = 1;

#[derive(Debug, Error)]
pub enum ApplyError {
    #[error("mentor-application-too-many")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<SeatCountError> for ApplyError {
    /// Nobody holds a seat of somebody who only applies, so a refusal is ours to explain.
    fn from(error: SeatCountError) -> Self {
        match error {
            SeatCountError::Db(error) => Self::Db(error),
            held => Self::Db(DbErr::Custom(held.to_string())),
        }
    }
}

/// What an applicant tells.
pub struct NewApplication {
    pub email: String,
    pub profile: NewProfile,
    pub motivation: Option<String>,
    /// `da` or `en`.
    pub language: String,
}

/// Writes the application down and sends a letter. Neither the answer nor its time tells whether the address is known:
/// somebody who is a mentor already is told so by letter. `address` is where the form came from.
pub async fn apply(db: &Database, now: DateTime<Utc>, new: NewApplication, address: &str) -> Result<(), ApplyError> {
    let tried = Try::new(&format!("application:{}", new.email), &format!("application:{address}"));
    if throttle::is_too_many(db, now, &tried).await? {
        return Err(ApplyError::TooMany);
    }
    let tx = db.begin().await?;
    throttle::count_failure(&tx, now, tried).await?;
    // One letter an hour to one address, whoever types it in how often.
    let hour = now.format("%Y%m%dT%H").to_string();
    match with_address(&tx, &new.email).await? {
        Some(mentor) if !is_unconfirmed(&mentor) => {
            message::queue(&tx, now, letters::ALREADY_KNOWN, mentor.id, &hour).await?;
        }
        earlier => {
            let id = write(&tx, now, earlier, new).await?;
            message::queue(&tx, now, letters::CONFIRM_EMAIL, id, &hour).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// The mentor with this address; somebody whose address is confirmed comes before an application that waits for it.
async fn with_address(tx: &impl ConnectionTrait, email: &str) -> Result<Option<Mentor>, DbErr> {
    let found = mentors::Entity::find()
        .filter(Column::Email.is_in(kept_spellings(email)))
        .order_by_asc(Column::Id)
        .all(tx)
        .await?;
    let known = found.iter().position(|mentor| !is_unconfirmed(mentor)).unwrap_or(0);
    Ok(found.into_iter().nth(known))
}

/// The same as [`mentors::unconfirmed`], for a row at hand.
pub(in crate::mentor) fn is_unconfirmed(mentor: &Mentor) -> bool {
    mentor.applied_on.is_some() && mentor.email_confirmed_at.is_none() && mentor.approved_on.is_none()
}

async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    earlier: Option<Mentor>,
    new: NewApplication,
) -> Result<Uuid, ApplyError> {
    let id = earlier.as_ref().map_or_else(Uuid::now_v7, |mentor| mentor.id);
    let row = mentors::ActiveModel { id: Set(id), ..row(local_date(now), &new) };
    match earlier {
        Some(_) => drop(row.update(tx).await?),
        None => {
            let row = mentors::ActiveModel { reference: Set(id.simple().to_string()), ..row };
            mentors::Entity::insert(row).exec_without_returning(tx).await?;
        }
    }
    new.profile.write_beside(tx, id).await?;
    let details = Some(json!({ "consent_version": CONSENT_VERSION }));
    Change { subject: "mentor", subject_id: id, action: "applied", details, ..Default::default() }
        .write(tx, now)
        .await?;
    Ok(id)
}

fn row(today: NaiveDate, new: &NewApplication) -> mentors::ActiveModel {
    mentors::ActiveModel {
        email: Set(new.email.clone()),
        language: Set(new.language.clone()),
        motivation: Set(new.motivation.clone()),
        applied_on: Set(Some(today)),
        version: Set(0),
        ..new.profile.columns()
    }
}
