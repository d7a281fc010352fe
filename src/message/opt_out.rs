//! What somebody does not want to be written about any more.

use chrono::{DateTime, Utc};
use entity::{
    messages::{self, Category},
    opt_outs::{self, Column},
    young_people,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait, Select, prelude::Uuid,
};

use super::Addressee;
use crate::database::Database;

fn open(whom: Addressee, category: Category) -> Select<opt_outs::Entity> {
    opt_outs::Entity::find()
        .filter(Column::Addressee.eq(whom.kind))
        .filter(Column::AddresseeId.eq(whom.id))
        .filter(Column::Category.eq(category))
        .filter(Column::EndedAt.is_null())
}

/// Whether somebody wants nothing of this sort.
pub async fn has_opted_out(db: &impl ConnectionTrait, whom: Addressee, category: Category) -> Result<bool, DbErr> {
    Ok(open(whom, category).one(db).await?.is_some())
}

/// What somebody who was sent a message can end: all of its sort.
pub struct Subscription {
    pub whom: Addressee,
    pub category: Category,
    /// The language of the message.
    pub language: String,
}

/// The subscription that a message is part of; nothing before it has left.
pub async fn subscription(db: &impl ConnectionTrait, message: Uuid) -> Result<Option<Subscription>, DbErr> {
    let Some(row) = messages::Entity::find_by_id(message).one(db).await? else { return Ok(None) };
    let whom = row.addressee.zip(row.addressee_id).map(|(kind, id)| Addressee { kind, id });
    let (category, language) = (row.category, row.language.unwrap_or_default());
    Ok(whom.map(|whom| Subscription { whom, category, language }))
}

/// Ends all messages of a sort for somebody, also where the record that was written to is part of another one by now. A
/// second time changes nothing.
pub async fn opt_out(db: &Database, now: DateTime<Utc>, whom: Addressee, category: Category) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    write(&tx, now, whom, category).await?;
    write(&tx, now, kept(&tx, whom).await?, category).await?;
    tx.commit().await
}

async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    whom: Addressee,
    category: Category,
) -> Result<(), DbErr> {
    if has_opted_out(tx, whom, category).await? {
        return Ok(());
    }
    let row = opt_outs::ActiveModel {
        id: Set(Uuid::now_v7()),
        addressee: Set(whom.kind),
        addressee_id: Set(whom.id),
        category: Set(category),
        since: Set(now),
        ended_at: Set(None),
    };
    opt_outs::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// What one record of a person says they do not want, the other says too, as the two are one.
pub async fn opt_out_too(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    said_by: Addressee,
    holds_for: Addressee,
) -> Result<(), DbErr> {
    let said = opt_outs::Entity::find()
        .filter(Column::Addressee.eq(said_by.kind))
        .filter(Column::AddresseeId.eq(said_by.id))
        .filter(Column::EndedAt.is_null());
    for one in said.all(tx).await? {
        write(tx, now, holds_for, one.category).await?;
    }
    Ok(())
}

/// The same in a transaction, of somebody who chooses on a page of their own: none of a sort, or all of it again.
pub async fn choose(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (whom, category): (Addressee, Category),
    is_wanted: bool,
) -> Result<(), DbErr> {
    if is_wanted { end(tx, now, whom, category).await } else { write(tx, now, whom, category).await }
}

/// Begins them again.
pub async fn opt_in(db: &Database, now: DateTime<Utc>, whom: Addressee, category: Category) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    end(&tx, now, whom, category).await?;
    tx.commit().await
}

/// Ends what any record of this person says of a sort.
pub(super) async fn end(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    whom: Addressee,
    category: Category,
) -> Result<(), DbErr> {
    let kept = kept(tx, whom).await?.id;
    let part_of_it = young_people::Entity::find().select_only().column(young_people::Column::Id);
    let part_of_it = part_of_it.filter(young_people::Column::MergedInto.eq(kept)).into_query();
    let one_person =
        Condition::any().add(Column::AddresseeId.eq(kept)).add(Column::AddresseeId.in_subquery(part_of_it));
    let ended = opt_outs::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let of_theirs =
        opt_outs::Entity::update_many().set(ended).filter(Column::Addressee.eq(whom.kind)).filter(one_person);
    of_theirs.filter(Column::Category.eq(category)).filter(Column::EndedAt.is_null()).exec(tx).await.map(drop)
}

/// The record of this person that is written to: the one that theirs was made part of, or their own.
async fn kept(tx: &impl ConnectionTrait, whom: Addressee) -> Result<Addressee, DbErr> {
    let person = young_people::Entity::find_by_id(whom.id).one(tx).await?;
    Ok(person.and_then(|person| person.merged_into).map_or(whom, Addressee::young_person))
}
