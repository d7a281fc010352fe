//! Adding somebody who passes a word on, taking them away, and saying that a way is right.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    contact_ways::{self, Column, Entity, Kinship, WayKind},
    messages::AddresseeKind,
    referrals,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
    sea_query::OnConflict,
};

use super::{lead_to, person};
use crate::{
    clock::local_date,
    database::{Database, Transaction},
    error::{AppError, AppResult},
    message::{self, Addressee},
    record::Change,
    viewer::Viewer,
};

/// Somebody through whom a young person can be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct NewWay {
    /// Not an own way of the young person.
    pub kind: WayKind,
    pub name: String,
    /// As `+4512345678`; empty when nobody knows it.
    pub phone: String,
    pub relation: Option<Kinship>,
}

/// Adds somebody who has agreed. Who is known already under the same number is confirmed.
pub async fn add(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, new: NewWay) -> AppResult<()> {
    let tx = begin(db, viewer, id).await?;
    add_in(&tx, local_date(now), id, new).await?;
    finish(tx, now, viewer, id, "way_added").await
}

async fn add_in(tx: &impl ConnectionTrait, today: NaiveDate, person_id: Uuid, new: NewWay) -> Result<(), DbErr> {
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::YoungPerson),
        owner_id: Set(person_id),
        kind: Set(new.kind),
        value: Set(new.phone),
        name: Set(new.name),
        relation: Set(new.relation),
        agreed_on: Set(Some(today)),
        added_on: Set(today),
        ..Default::default()
    };
    let own = [Column::OwnerId, Column::Owner, Column::Kind, Column::Value, Column::Name];
    let again = OnConflict::columns(own).update_columns([Column::Relation, Column::AgreedOn]).to_owned();
    Entity::insert(way).on_conflict(again).exec_without_returning(tx).await.map(drop)
}

/// The same for the young person of a referral.
pub async fn add_of(tx: &impl ConnectionTrait, today: NaiveDate, referral_id: Uuid, new: NewWay) -> Result<(), DbErr> {
    let person = referrals::Entity::find_by_id(referral_id).select_only().column(referrals::Column::YoungPersonId);
    match person.into_tuple().one(tx).await? {
        Some(person) => add_in(tx, today, person, new).await,
        None => Ok(()),
    }
}

/// A number that somebody else says is the young person's: a way that nobody has tried. The number that is written to stays
/// until somebody puts it right.
pub async fn add_number(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    person_id: Uuid,
    number: String,
) -> Result<(), DbErr> {
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::YoungPerson),
        owner_id: Set(person_id),
        kind: Set(WayKind::Phone),
        value: Set(number),
        name: Set(String::new()),
        added_on: Set(today),
        ..Default::default()
    };
    let known = OnConflict::new().do_nothing().to_owned();
    Entity::insert(way).on_conflict(known).exec_without_returning(tx).await.map(drop)
}

/// Takes somebody else's number away for good: they want no such calls, or are nobody any more. An own way stays.
pub async fn remove(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, way: Uuid) -> AppResult<()> {
    let tx = begin(db, viewer, id).await?;
    let others = Column::Kind.is_in([WayKind::SecondContact, WayKind::Adviser]);
    let gone = Entity::delete_many().filter(lead_to(id)).filter(others).filter(Column::Id.eq(way)).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(AppError::NotFound);
    }
    finish(tx, now, viewer, id, "way_removed").await
}

/// Somebody was reached by a way, or said that it is right: it is alive from now on.
pub async fn confirm(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, way: Uuid) -> AppResult<()> {
    let tx = begin(db, viewer, id).await?;
    let alive = contact_ways::ActiveModel {
        confirmed_on: Set(Some(local_date(now))),
        died_on: Set(None),
        died_of: Set(None),
        found_dead_by: Set(None),
        ..Default::default()
    };
    let own = Entity::update_many().set(alive).filter(lead_to(id)).filter(Column::Id.eq(way));
    if own.exec(&tx).await?.rows_affected == 0 {
        return Err(AppError::NotFound);
    }
    finish(tx, now, viewer, id, "way_confirmed").await
}

/// The number that stands with the young person is nobody's, as staff have found: nothing more goes there until somebody puts it
/// right or says that it works.
pub async fn dead_number(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> AppResult<()> {
    let tx = begin(db, viewer, id).await?;
    let number = person(&tx, id).await?.and_then(|person| person.phone).ok_or(AppError::NotFound)?;
    if !message::found_dead(&tx, (local_date(now), viewer.user_id), Addressee::young_person(id), &number).await? {
        return Err(AppError::ChangedMeanwhile);
    }
    finish(tx, now, viewer, id, "number_dead").await
}

/// Only staff see to the ways to a young person.
async fn begin(db: &Database, viewer: &Viewer, id: Uuid) -> AppResult<Transaction> {
    let tx = db.begin().await?;
    let found = person(&tx, id).await?.filter(|_| viewer.is_staff());
    found.map(|_| tx).ok_or(AppError::NotFound)
}

async fn finish(tx: Transaction, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, action: &'static str) -> AppResult<()> {
    Change::of(viewer, "young_person", id, action).write(&tx, now).await?;
    tx.commit().await?;
    Ok(())
}
