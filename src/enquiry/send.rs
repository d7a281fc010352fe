//! Receives an enquiry from the public page, once, and not too many from one place.

use chrono::{DateTime, Utc};
use entity::{
    Enquiry,
    enquiries::{self, Column, Entity},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};
use thiserror::Error;

use super::{Asker, NewEnquiry};
use crate::{
    account::throttle::{self, Try},
    clock::local_date,
    database::Database,
    record::Change,
};

/// The wording of the consent as it stands on the page now; raised whenever the sentence changes.
pub const CONSENT_VERSION: i32 = 1;

/// Enquiries from one address within a quarter of an hour: a class with its teacher, and no flood.
const MOST_FROM_ONE_ADDRESS: u64 = 20;

#[derive(Debug, Error)]
pub enum SendError {
    #[error("enquiry-too-many")]
    TooMany,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes an enquiry down. `address` is where the form came from; only its hash is kept, for a quarter of an hour.
pub async fn send(db: &Database, now: DateTime<Utc>, new: NewEnquiry, address: &str) -> Result<(), SendError> {
    let tried = Try::new("enquiry", &format!("enquiry:{address}"));
    throttle::begin_in_public(db, now, tried, MOST_FROM_ONE_ADDRESS).await?.ok_or(SendError::TooMany)?;
    let tx = db.begin().await?;
    if let Some(id) = id_of(&tx, &new).await? {
        let new = NewEnquiry { id, ..new };
        Entity::insert(row(now, new)).exec_without_returning(&tx).await?;
        let received = Change { subject: "enquiry", subject_id: id, action: "received", ..Default::default() };
        received.write(&tx, now).await?;
    }
    Ok(tx.commit().await?)
}

/// The id under which it is written down: the one that came with the form, or another where the same form said something
/// else before. Nothing where it said the same.
async fn id_of(tx: &impl ConnectionTrait, new: &NewEnquiry) -> Result<Option<Uuid>, DbErr> {
    if Entity::find_by_id(new.id).one(tx).await?.is_none() {
        return Ok(Some(new.id));
    }
    let alike = Entity::find().filter(Column::FirstName.eq(&new.first_name)).filter(Column::Wish.eq(&new.wish));
    let is_known = alike.all(tx).await?.into_iter().any(|known| as_sent(known, new) == *new);
    Ok((!is_known).then(Uuid::now_v7))
}

/// What was sent when this was written down, if it came with the form, in the language and by the link of `new`.
fn as_sent(known: Enquiry, new: &NewEnquiry) -> NewEnquiry {
    let asker = known.asker_name.zip(known.asker_relation);
    let (phone, email) = (known.asker_phone, known.asker_email);
    NewEnquiry {
        asker: asker.map(|(name, relation)| Asker { name, relation, phone, email }),
        first_name: known.first_name,
        age: known.age.try_into().unwrap_or_default(),
        phone: known.phone,
        email: known.email,
        contact_preference: known.contact_preference,
        place: known.place,
        wish: known.wish,
        guardian_name: known.guardian_name,
        guardian_phone: known.guardian_phone,
        guardian_later: known.guardian_later,
        id: new.id,
        language: new.language.clone(),
        partner_id: new.partner_id,
    }
}

fn row(now: DateTime<Utc>, new: NewEnquiry) -> enquiries::ActiveModel {
    let asker = new.asker;
    enquiries::ActiveModel {
        id: Set(new.id),
        received_on: Set(local_date(now)),
        partner_id: Set(new.partner_id),
        language: Set(new.language),
        asker_relation: Set(asker.as_ref().map(|asker| asker.relation)),
        asker_phone: Set(asker.as_ref().and_then(|asker| asker.phone.clone())),
        asker_email: Set(asker.as_ref().and_then(|asker| asker.email.clone())),
        asker_name: Set(asker.map(|asker| asker.name)),
        first_name: Set(new.first_name),
        age: Set(new.age.try_into().unwrap_or_default()),
        phone: Set(new.phone),
        email: Set(new.email),
        contact_preference: Set(new.contact_preference),
        place: Set(new.place),
        wish: Set(new.wish),
        guardian_name: Set(new.guardian_name),
        guardian_phone: Set(new.guardian_phone),
        guardian_later: Set(new.guardian_later),
        consent_version: Set(CONSENT_VERSION),
        tried_on: Set(None),
        draft_id: Set(None),
        closed_on: Set(None),
        close_reason: Set(None),
        close_note: Set(None),
    }
}
