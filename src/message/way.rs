//! The ways that messages take: which of them is dead, and what brings it back.
//!
//! A way dies of one hard error, or of three soft ones on three days within a fortnight; the person stays whoever they are. An
//! address that is edited is another way. What is asked of the person goes by the next way (`referral::reach`).

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    ContactWay,
    contact_ways::{ActiveModel, Column, Entity, WayKind},
    messages,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use super::{Addressee, Cause, Letter};
use crate::{clock::local_date, word::Worded};

/// After so many soft errors, each on a day of its own, a way is dead.
const SOFT_DAYS: usize = 3;
/// Those days lie within so many.
const WITHIN: u64 = 14;
/// A way that died of soft errors is tried again after so many days.
const SOFT_DEATH: u64 = 30;

/// Errors after which nothing will arrive there.
const HARD: [Cause; 3] = [Cause::MailboxUnknown, Cause::NumberDead, Cause::AddressWrong];
/// Errors that pass, mostly.
const SOFT: [Cause; 2] = [Cause::MailboxFull, Cause::PhoneAway];

/// The way that a letter takes, written down when it is the first to take it.
pub(super) async fn way_of(tx: &impl ConnectionTrait, today: NaiveDate, letter: &Letter) -> Result<ContactWay, DbErr> {
    let kind = WayKind::from(letter.channel);
    write_down(tx, today, letter.whom, (kind, &letter.to)).await?;
    let own = Entity::find().filter(to(letter.whom, (kind, &letter.to)));
    own.one(tx).await?.ok_or_else(|| DbErr::RecordNotFound("the way of a letter".into()))
}

/// A way that is known already stays as it is.
async fn write_down(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    whom: Addressee,
    (kind, value): (WayKind, &str),
) -> Result<(), DbErr> {
    let way = ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(whom.kind),
        owner_id: Set(whom.id),
        kind: Set(kind),
        value: Set(value.to_owned()),
        name: Set(String::new()),
        added_on: Set(today),
        ..Default::default()
    };
    let once = OnConflict::columns([Column::OwnerId, Column::Owner, Column::Kind, Column::Value, Column::Name])
        .do_nothing()
        .to_owned();
    Entity::insert(way).on_conflict(once).exec_without_returning(tx).await.map(drop)
}

fn to(whom: Addressee, (kind, value): (WayKind, &str)) -> Condition {
    let own = Condition::all().add(Column::OwnerId.eq(whom.id)).add(Column::Owner.eq(whom.kind));
    own.add(Column::Kind.eq(kind)).add(Column::Value.eq(value))
}

/// Somebody of staff has found that a number is nobody's: its way is dead as after a hard error. False where it was already.
pub async fn found_dead(
    tx: &impl ConnectionTrait,
    (today, by): (NaiveDate, Uuid),
    whom: Addressee,
    number: &str,
) -> Result<bool, DbErr> {
    write_down(tx, today, whom, (WayKind::Phone, number)).await?;
    let died = ActiveModel {
        died_on: Set(Some(today)),
        died_of: Set(Some(Cause::FoundDead.code().into_owned())),
        found_dead_by: Set(Some(by)),
        ..Default::default()
    };
    let alive = Entity::update_many().set(died).filter(to(whom, (WayKind::Phone, number)));
    Ok(alive.filter(Column::DiedOn.is_null()).exec(tx).await?.rows_affected == 1)
}

/// Somebody of staff takes that back; a number that died of something else stays dead.
pub async fn not_dead_after_all(tx: &impl ConnectionTrait, whom: Addressee, number: &str) -> Result<(), DbErr> {
    let found = Entity::update_many().filter(to(whom, (WayKind::Phone, number)));
    let found = found.filter(Column::DiedOf.eq(Cause::FoundDead.code()));
    revive(found, ActiveModel::default()).exec(tx).await.map(drop)
}

/// The message did not arrive for this cause: its way may be dead now.
pub(super) async fn failed(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    message: Uuid,
    cause: Cause,
) -> Result<(), DbErr> {
    let Some(way) = taken_by(tx, message).await? else { return Ok(()) };
    let today = local_date(now);
    let is_dead = HARD.contains(&cause) || (SOFT.contains(&cause) && has_failed_often(tx, today, way).await?);
    if is_dead {
        let died = ActiveModel {
            died_on: Set(Some(today)),
            died_of: Set(Some(cause.code().into_owned())),
            found_dead_by: Set(None),
            ..Default::default()
        };
        let alive = Entity::update_many().set(died).filter(Column::Id.eq(way)).filter(Column::DiedOn.is_null());
        alive.exec(tx).await?;
        tracing::info!(way = %way, cause = %cause.code(), "a way to somebody is dead");
    }
    Ok(())
}

/// Whether soft errors came on enough days lately, today among them.
async fn has_failed_often(tx: &impl ConnectionTrait, today: NaiveDate, way: Uuid) -> Result<bool, DbErr> {
    use messages::Column as Of;
    // What arrived meanwhile says that the way was alive: counting begins again.
    let arrived = messages::Entity::find().filter(Of::WayId.eq(way)).filter(Of::DeliveredAt.is_not_null());
    let arrived = arrived.order_by_desc(Of::DeliveredAt).select_only().column(Of::DeliveredAt);
    let arrived: Option<Option<DateTime<Utc>>> = arrived.into_tuple().one(tx).await?;
    let lately = crate::clock::begin_of(today - Days::new(WITHIN));
    let since = arrived.flatten().map_or(lately, |at| Ord::max(at, lately));
    let words: Vec<String> = SOFT.iter().map(|cause| cause.code().into_owned()).collect();
    let soft = Condition::any()
        .add(Condition::all().add(Of::Bounce.is_in(words.clone())).add(Of::BouncedAt.gte(since)))
        .add(Condition::all().add(Of::Failure.is_in(words)).add(Of::GivenUpAt.gte(since)));
    let rows = messages::Entity::find()
        .filter(Of::WayId.eq(way))
        .filter(soft)
        .select_only()
        .columns([Of::BouncedAt, Of::GivenUpAt])
        .into_tuple::<(Option<DateTime<Utc>>, Option<DateTime<Utc>>)>()
        .all(tx)
        .await?;
    let mut days: BTreeSet<_> = rows.into_iter().filter_map(|(back, up)| back.or(up)).map(local_date).collect();
    days.insert(today);
    Ok(days.len() >= SOFT_DAYS)
}

/// Something arrived: the way is alive.
pub(super) async fn arrived(tx: &impl ConnectionTrait, message: Uuid) -> Result<(), DbErr> {
    let Some(way) = taken_by(tx, message).await? else { return Ok(()) };
    revive(Entity::update_many().filter(Column::Id.eq(way)), ActiveModel::default()).exec(tx).await.map(drop)
}

/// The person answered by a link of this message.
pub async fn answered_by(tx: &impl ConnectionTrait, now: DateTime<Utc>, message: Uuid) -> Result<(), DbErr> {
    let Some(way) = taken_by(tx, message).await? else { return Ok(()) };
    let confirmed = ActiveModel { confirmed_on: Set(Some(local_date(now))), ..Default::default() };
    revive(Entity::update_many().filter(Column::Id.eq(way)), confirmed).exec(tx).await.map(drop)
}

fn revive(ways: sea_orm::UpdateMany<Entity>, change: ActiveModel) -> sea_orm::UpdateMany<Entity> {
    ways.set(ActiveModel { died_on: Set(None), died_of: Set(None), found_dead_by: Set(None), ..change })
}

async fn taken_by(tx: &impl ConnectionTrait, message: Uuid) -> Result<Option<Uuid>, DbErr> {
    let way = messages::Entity::find_by_id(message).select_only().column(messages::Column::WayId);
    Ok(way.into_tuple::<Option<Uuid>>().one(tx).await?.flatten())
}

/// Ways that died of soft errors are tried again after a month.
pub async fn try_soft_again(tx: &impl ConnectionTrait, today: NaiveDate) -> Result<(), DbErr> {
    let soft: Vec<String> = SOFT.iter().map(|cause| cause.code().into_owned()).collect();
    let long_dead = Entity::update_many()
        .filter(Column::DiedOf.is_in(soft))
        .filter(Column::DiedOn.lte(today - Days::new(SOFT_DEATH)));
    revive(long_dead, ActiveModel::default()).exec(tx).await.map(drop)
}

/// The addresses and numbers of somebody by which nothing arrives.
pub async fn dead_values(db: &impl ConnectionTrait, owner_id: Uuid) -> Result<Vec<String>, DbErr> {
    let dead = Entity::find().filter(Column::OwnerId.eq(owner_id)).filter(Column::DiedOn.is_not_null());
    dead.select_only().column(Column::Value).into_tuple().all(db).await
}

/// The same of several, by whose they are.
pub async fn dead_values_of(db: &impl ConnectionTrait, owners: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, DbErr> {
    let dead = Entity::find().filter(Column::OwnerId.is_in(owners.to_vec())).filter(Column::DiedOn.is_not_null());
    let dead: Vec<(Uuid, String)> =
        dead.select_only().columns([Column::OwnerId, Column::Value]).into_tuple().all(db).await?;
    let mut values: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (owner, value) in dead {
        values.entry(owner).or_default().push(value);
    }
    Ok(values)
}

/// Whether nothing arrives by a value of a person: for a query that has both.
pub fn is_dead(owner_id: Expr, value: Expr) -> Expr {
    let mut dead = Query::select();
    dead.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::DiedOn)).is_not_null())
        .and_where(Expr::col((Entity, Column::OwnerId)).eq(owner_id))
        .and_where(Expr::col((Entity, Column::Value)).eq(value));
    Expr::exists(dead)
}
