//! The only door through which somebody becomes responsible: whoever does not work here never passes it.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{
    Responsibility,
    responsibilities::{self, Column, Entity, Thing},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::staff::at_work;

/// So many in one statement.
const CHUNK: usize = 500;

/// A new thing is seen to by whoever is responsible for what it comes from: a referral's partner, a course's referral.
pub async fn follow(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    (thing, id): (Thing, Uuid),
    from: Uuid,
) -> Result<(), DbErr> {
    match current_of(tx, from).await? {
        Some(user) => begin(tx, today, (thing, id), user).await,
        None => Ok(()),
    }
}

/// A thing that is nobody's is seen to by this person from now on, as a rule has it.
pub async fn begin(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    (thing, id): (Thing, Uuid),
    user: Uuid,
) -> Result<(), DbErr> {
    if current_of(tx, id).await?.is_none() && at_work(tx, user).await?.is_some() {
        insert(tx, today, None, &[(thing, id)], user).await?;
    }
    Ok(())
}

/// A thing is seen to by this person since a day, as a file has it; whoever saw to it until now does so no more. Nothing happens
/// where they do not work here.
pub async fn moved_in(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    (thing, id): (Thing, Uuid),
    (user, since): (Uuid, NaiveDate),
) -> Result<(), DbErr> {
    if at_work(tx, user).await?.is_none() {
        return Ok(());
    }
    let current = Entity::find().filter(Column::ThingId.eq(id)).filter(responsibilities::current()).one(tx).await?;
    let (is_theirs, before) = (current.as_ref().map(|row| row.user_id) == Some(user), current.map(|row| row.since));
    let change = match is_theirs {
        true => responsibilities::ActiveModel { since: Set(since), ..Default::default() },
        // Nobody ends before they began.
        false => {
            responsibilities::ActiveModel { until: Set(before.map(|before| before.max(since))), ..Default::default() }
        }
    };
    let own = Entity::update_many().set(change).filter(Column::ThingId.eq(id)).filter(responsibilities::current());
    own.exec(tx).await?;
    if is_theirs {
        Ok(())
    } else {
        insert(tx, before.map_or(since, |before| before.max(since)).min(today), None, &[(thing, id)], user).await
    }
}

/// Gives things to somebody who is known to be at work, and tells which of them were not theirs before.
pub(super) async fn give(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    by: Uuid,
    things: &[(Thing, Uuid)],
    to: Uuid,
) -> Result<Vec<(Thing, Uuid)>, DbErr> {
    let mut given = Vec::new();
    for chunk in things.chunks(CHUNK) {
        let of_chunk = || Entity::find().filter(Column::ThingId.is_in(chunk.iter().map(|(_, id)| *id)));
        let theirs = of_chunk().filter(responsibilities::current()).filter(Column::UserId.eq(to));
        let theirs: Vec<Uuid> = theirs.select_only().column(Column::ThingId).into_tuple().all(tx).await?;
        let theirs: HashSet<Uuid> = theirs.into_iter().collect();
        let moved: Vec<_> = chunk.iter().copied().filter(|(_, id)| !theirs.contains(id)).collect();
        let over = responsibilities::ActiveModel { until: Set(Some(today)), ..Default::default() };
        Entity::update_many()
            .set(over)
            .filter(Column::ThingId.is_in(moved.iter().map(|(_, id)| *id)))
            .filter(responsibilities::current())
            .exec(tx)
            .await?;
        insert(tx, today, Some(by), &moved, to).await?;
        given.extend(moved);
    }
    Ok(given)
}

async fn insert(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    by: Option<Uuid>,
    things: &[(Thing, Uuid)],
    user: Uuid,
) -> Result<(), DbErr> {
    if things.is_empty() {
        return Ok(());
    }
    let row = |(thing, id): &(Thing, Uuid)| responsibilities::ActiveModel {
        id: Set(Uuid::now_v7()),
        thing: Set(*thing),
        thing_id: Set(*id),
        user_id: Set(user),
        since: Set(today),
        until: Set(None),
        set_by: Set(by),
    };
    Entity::insert_many(things.iter().map(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// Who is responsible for a thing now.
pub(super) async fn current_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let current = Entity::find().filter(Column::ThingId.eq(id)).filter(responsibilities::current());
    Ok(current.one(db).await?.map(|row| row.user_id))
}

/// Everything that somebody is responsible for now.
pub(super) async fn all_of(db: &impl ConnectionTrait, user: Uuid) -> Result<Vec<(Thing, Uuid)>, DbErr> {
    let own = Entity::find().filter(Column::UserId.eq(user)).filter(responsibilities::current());
    let rows: Vec<Responsibility> = own.all(db).await?;
    Ok(rows.into_iter().map(|row| (row.thing, row.thing_id)).collect())
}
