//! What is told of a message after it has left: by mail servers, by gateways, by whoever got it.

use chrono::{DateTime, Utc};
use entity::letters::{self, Column};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    Cause, again,
    bounce::{Bounce, BounceClass, Named},
    sms::{Answered, Receipt},
};
use crate::{database::Database, word::Worded};

/// What came in.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    Receipt(&'a Receipt),
    Bounce(&'a Bounce),
    Answered(&'a Answered),
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Noted,
    /// It says nothing new: told before, late, or about something that is settled.
    Known,
    /// It is about no message of ours.
    Unknown,
}

/// Takes in what is told, once: the same again changes nothing. This is the one door for it.
///
/// A letter that came back stands among those that did not arrive. No letter goes out with a return address yet, and no text
/// message is a row, so that what is told of either by that finds nothing.
pub async fn take_in(db: &Database, now: DateTime<Utc>, told: Told<'_>) -> Result<Taken, DbErr> {
    match told {
        Told::Bounce(Bounce { letter: Some(Named::ById(letter)), class, status, .. }) => {
            tracing::info!(%letter, ?class, status, "a letter came back");
            came_back(db, now, *letter, *class).await
        }
        Told::Bounce(_) | Told::Answered(_) => Ok(Taken::Unknown),
        Told::Receipt(receipt) => {
            let is_ours = again::find(db, receipt.reference).await?.is_some();
            Ok(if is_ours { Taken::Known } else { Taken::Unknown })
        }
    }
}

async fn came_back(db: &Database, now: DateTime<Utc>, id: Uuid, class: BounceClass) -> Result<Taken, DbErr> {
    if again::find(db, id).await?.is_none() {
        return Ok(Taken::Unknown);
    }
    let cause = match class {
        BounceClass::Address => Cause::MailboxUnknown,
        BounceClass::Soft => Cause::MailboxFull,
        BounceClass::Policy | BounceClass::TooLarge => Cause::Refused,
        BounceClass::Unsorted => Cause::Unknown,
        BounceClass::Delayed | BounceClass::Complaint | BounceClass::Away(_) => return Ok(Taken::Known),
    };
    let tx = db.begin().await?;
    let back = letters::ActiveModel {
        sent_at: Set(None),
        given_up_at: Set(Some(now)),
        failure: Set(Some(cause.code().into_owned())),
        ..Default::default()
    };
    let sent = letters::Entity::update_many().set(back).filter(Column::Id.eq(id)).filter(Column::SentAt.is_not_null());
    let noted = sent.exec(&tx).await?.rows_affected == 1;
    tx.commit().await?;
    Ok(if noted { Taken::Noted } else { Taken::Known })
}
