//! Applying to be a mentor.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Mentor,
    mentors::{self, Column},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, prelude::Uuid,
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
    record::{Change, Row},
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
///
/// Each application is a row of its own with a link of its own: the link confirms what was typed with it and nothing that
/// somebody else typed under the same address. What nobody confirms is removed.
pub async fn apply(db: &Database, now: DateTime<Utc>, new: NewApplication, address: &str) -> Result<(), ApplyError> {
    let tried = Try::new(&format!("application:{}", new.email), &format!("application:{address}"));
    throttle::begin(db, now, tried).await?.ok_or(ApplyError::TooMany)?;
    let tx = db.begin().await?;
    match known(&tx, &new.email).await? {
        Some(mentor) => {
            // One letter an hour to one address, whoever types it in how often.
            let hour = now.format("%Y%m%dT%H").to_string();
            message::queue(&tx, now, letters::ALREADY_KNOWN, mentor.id, &hour).await?;
        }
        None => {
            let wait = hours_to_wait(&tx, now, &new.email).await?;
            let id = write(&tx, now, new).await?;
            let due_at = now + Duration::hours(wait);
            message::queue_at(&tx, (now, due_at), letters::CONFIRM_EMAIL, id, "").await?;
        }
    }
    Ok(tx.commit().await?)
}

/// The mentor or applicant with this address, if it was confirmed.
async fn known(tx: &impl ConnectionTrait, email: &str) -> Result<Option<Mentor>, DbErr> {
    let found = mentors::Entity::find().filter(Column::Email.is_in(kept_spellings(email))).filter(mentors::known());
    found.order_by_asc(Column::Id).one(tx).await
}

/// Hours until the next letter with a link may go to an address: two in the first hour, for whoever mistyped, and then
/// one an hour, whoever types the address in how often. No application is without its letter.
async fn hours_to_wait(tx: &impl ConnectionTrait, now: DateTime<Utc>, email: &str) -> Result<i64, DbErr> {
    let waiting = mentors::Entity::find().select_only().column(Column::Id).filter(mentors::unconfirmed());
    let waiting: Vec<Uuid> = waiting.filter(Column::Email.eq(email)).into_tuple().all(tx).await?;
    let lately = Condition::any()
        .add(entity::messages::Column::AcceptedAt.gt(now - Duration::hours(1)))
        .add(entity::messages::Column::AcceptedAt.is_null());
    let letters = entity::messages::Entity::find()
        .filter(entity::messages::Column::Kind.eq(letters::CONFIRM_EMAIL.name))
        .filter(entity::messages::Column::SubjectId.is_in(waiting))
        .filter(entity::messages::Column::GivenUpAt.is_null())
        .filter(entity::messages::Column::UnwantedAt.is_null())
        .filter(lately);
    let letters = letters.count(tx).await?;
    Ok(i64::try_from(letters.saturating_sub(1)).unwrap_or(i64::from(i32::MAX)))
}

/// The same as [`mentors::unconfirmed`], for a row at hand.
pub(in crate::mentor) fn is_unconfirmed(mentor: &Mentor) -> bool {
    mentor.applied_on.is_some() && mentor.email_confirmed_at.is_none() && mentor.approved_on.is_none()
}

async fn write(tx: &impl ConnectionTrait, now: DateTime<Utc>, new: NewApplication) -> Result<Uuid, ApplyError> {
    let id = Uuid::now_v7();
    let reference = Set(id.simple().to_string());
    let row = mentors::ActiveModel { id: Set(id), reference, ..row(local_date(now), &new) };
    mentors::Entity::insert(row).exec_without_returning(tx).await?;
    new.profile.write_beside(tx, id).await?;
    let details = Some(json!({ "consent_version": CONSENT_VERSION }));
    let change = Change { subject: "mentor", subject_id: id, action: "applied", details, ..Default::default() };
    Change { on_behalf_of: Some("mentor"), ..change }.write(tx, now).await?;
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
