//! What somebody does not want to be written about any more.

use chrono::{DateTime, Utc};
use entity::{
    OptOut,
    messages::{self, AddresseeKind, Category, Channel},
    opt_outs::{self, Column},
    young_people,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
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

/// The sorts that whoever answers STOP to a text message gets no more of by text message: those that go that way and that
/// may be stopped at all.
pub fn stopped_by_text(kind: AddresseeKind) -> &'static [Category] {
    match kind {
        AddresseeKind::YoungPerson => {
            &[Category::Reminder, Category::Question, Category::Interest, Category::Survey, Category::Interview]
        }
        AddresseeKind::Mentor => &[
            Category::Reminder,
            Category::Question,
            Category::Survey,
            Category::Interview,
            Category::Update,
            Category::Digest,
        ],
        AddresseeKind::User | AddresseeKind::Partner => &[],
    }
}

/// Of a channel alone, or of whatever way.
fn by(channel: Option<Channel>) -> Expr {
    channel.map_or_else(|| Column::Channel.is_null(), |channel| Column::Channel.eq(channel))
}

/// Whether somebody wants nothing of this sort, be it by one way alone.
pub async fn has_opted_out(db: &impl ConnectionTrait, whom: Addressee, category: Category) -> Result<bool, DbErr> {
    Ok(open(whom, category).one(db).await?.is_some())
}

/// Whether somebody wants nothing of this sort by whatever way.
pub async fn has_opted_out_of_all(
    db: &impl ConnectionTrait,
    whom: Addressee,
    category: Category,
) -> Result<bool, DbErr> {
    Ok(open(whom, category).filter(by(None)).one(db).await?.is_some())
}

/// Whether somebody wants nothing of this sort by this way.
pub(super) async fn has_opted_out_of(
    db: &impl ConnectionTrait,
    (whom, category): (Addressee, Category),
    channel: Channel,
) -> Result<bool, DbErr> {
    let either = by(None).or(by(Some(channel)));
    Ok(open(whom, category).filter(either).one(db).await?.is_some())
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
    write(&tx, now, (whom, category), None).await?;
    write(&tx, now, (kept(&tx, whom).await?, category), None).await?;
    tx.commit().await
}

/// Ends the text messages that can be stopped, for somebody who answers STOP: mails of the same sorts go on. False when
/// nothing was left to stop.
pub async fn stop_texts(tx: &impl ConnectionTrait, now: DateTime<Utc>, whom: Addressee) -> Result<bool, DbErr> {
    let (kept, mut is_new) = (kept(tx, whom).await?, false);
    for category in stopped_by_text(whom.kind) {
        is_new |= write(tx, now, (whom, *category), Some(Channel::Sms)).await?;
        is_new |= write(tx, now, (kept, *category), Some(Channel::Sms)).await?;
    }
    Ok(is_new)
}

/// Begins again what STOP ended, and nothing that was ended in another way.
pub async fn start_texts(tx: &impl ConnectionTrait, now: DateTime<Utc>, whom: Addressee) -> Result<bool, DbErr> {
    let sorts = stopped_by_text(whom.kind).iter().copied();
    let stopped = Column::Category.is_in(sorts).and(by(Some(Channel::Sms)));
    end(tx, now, whom, stopped).await.map(|ended| ended > 0)
}

/// The same two for somebody who chooses on a page of theirs.
pub async fn choose_texts(db: &Database, now: DateTime<Utc>, whom: Addressee, are_wanted: bool) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    match are_wanted {
        true => start_texts(&tx, now, whom).await?,
        false => stop_texts(&tx, now, whom).await?,
    };
    tx.commit().await
}

/// Whether somebody has answered STOP, and not START since.
pub async fn has_stopped_texts(db: &impl ConnectionTrait, whom: Addressee) -> Result<bool, DbErr> {
    for category in stopped_by_text(whom.kind) {
        if open(whom, *category).filter(by(Some(Channel::Sms))).one(db).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// False where it stands already.
async fn write(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (whom, category): (Addressee, Category),
    channel: Option<Channel>,
) -> Result<bool, DbErr> {
    if open(whom, category).filter(by(channel)).one(tx).await?.is_some() {
        return Ok(false);
    }
    let row = opt_outs::ActiveModel {
        id: Set(Uuid::now_v7()),
        addressee: Set(whom.kind),
        addressee_id: Set(whom.id),
        category: Set(category),
        channel: Set(channel),
        since: Set(now),
        ended_at: Set(None),
    };
    opt_outs::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
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
        write(tx, now, (holds_for, one.category), one.channel).await?;
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
    match is_wanted {
        true => end(tx, now, whom, Column::Category.eq(category)).await.map(drop),
        false => write(tx, now, (whom, category), None).await.map(drop),
    }
}

/// Begins them again.
pub async fn opt_in(db: &Database, now: DateTime<Utc>, whom: Addressee, category: Category) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    end(&tx, now, whom, Column::Category.eq(category)).await?;
    tx.commit().await
}

/// Ends the very same for any record of somebody whose row this is: by the same way.
pub(super) async fn end_like(tx: &impl ConnectionTrait, now: DateTime<Utc>, row: &OptOut) -> Result<(), DbErr> {
    let whom = Addressee { kind: row.addressee, id: row.addressee_id };
    end(tx, now, whom, Column::Category.eq(row.category).and(by(row.channel))).await.map(drop)
}

/// Ends such of what any record of this person says, and tells how much that was.
async fn end(tx: &impl ConnectionTrait, now: DateTime<Utc>, whom: Addressee, such: Expr) -> Result<u64, DbErr> {
    let kept = kept(tx, whom).await?.id;
    let part_of_it = young_people::Entity::find().select_only().column(young_people::Column::Id);
    let part_of_it = part_of_it.filter(young_people::Column::MergedInto.eq(kept)).into_query();
    let one_person =
        Condition::any().add(Column::AddresseeId.eq(kept)).add(Column::AddresseeId.in_subquery(part_of_it));
    let ended = opt_outs::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let of_theirs =
        opt_outs::Entity::update_many().set(ended).filter(Column::Addressee.eq(whom.kind)).filter(one_person);
    Ok(of_theirs.filter(such).filter(Column::EndedAt.is_null()).exec(tx).await?.rows_affected)
}

/// The record of this person that is written to: the one that theirs was made part of, or their own.
async fn kept(tx: &impl ConnectionTrait, whom: Addressee) -> Result<Addressee, DbErr> {
    let person = young_people::Entity::find_by_id(whom.id).one(tx).await?;
    Ok(person.and_then(|person| person.merged_into).map_or(whom, Addressee::young_person))
}
