//! Somebody of staff is away, and a deputy steps in.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Absence,
    absences::{self, Column},
    users,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Select, prelude::Uuid,
};
use thiserror::Error;

use super::staff::at_work;
use crate::{clock::local_date, database::Database, form::refusals, record::Change, viewer::Viewer};

/// An absence as somebody enters it, both days included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewAbsence {
    pub user_id: Uuid,
    pub deputy_id: Uuid,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
}

#[derive(Debug, Error)]
pub enum AbsenceError {
    #[error("duty-absence-gone")]
    NotFound,
    #[error("duty-absence-past")]
    Past,
    #[error("duty-absence-ends-first")]
    EndsFirst,
    /// There is another one on one of the days.
    #[error("duty-absence-overlaps")]
    Overlaps,
    #[error("duty-not-at-work")]
    DeputyNotAtWork,
    #[error("duty-absence-own-deputy")]
    OwnDeputy,
    #[error(transparent)]
    Db(#[from] DbErr),
}

refusals! {
    AbsenceError {
        leaves Db; gone NotFound;
        "from_on" Past | Overlaps; "until_on" EndsFirst; else "deputy";
    }
}

/// Enters an absence: one's own, or as an administrator anybody's.
pub async fn be_away(db: &Database, now: DateTime<Utc>, viewer: &Viewer, new: NewAbsence) -> Result<(), AbsenceError> {
    let tx = db.begin().await?;
    // Two that are entered at once come one after the other.
    let person = users::Entity::find_by_id(new.user_id).filter(users::at_work()).lock_exclusive().one(&tx).await?;
    person.filter(|person| may_enter(viewer, person.id)).ok_or(AbsenceError::NotFound)?;
    check(&tx, local_date(now), &new).await?;
    let row = absences::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(new.user_id),
        deputy_id: Set(Some(new.deputy_id)),
        from_on: Set(new.from_on),
        until_on: Set(new.until_on),
        ended_on: Set(None),
        entered_by: Set(Some(viewer.user_id)),
        entered_at: Set(now),
    };
    absences::Entity::insert(row).exec_without_returning(&tx).await?;
    Change::of(viewer, "account", new.user_id, "absence_entered").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

async fn check(tx: &impl ConnectionTrait, today: NaiveDate, new: &NewAbsence) -> Result<(), AbsenceError> {
    if new.from_on < today {
        return Err(AbsenceError::Past);
    }
    if new.until_on < new.from_on {
        return Err(AbsenceError::EndsFirst);
    }
    if new.deputy_id == new.user_id {
        return Err(AbsenceError::OwnDeputy);
    }
    at_work(tx, new.deputy_id).await?.ok_or(AbsenceError::DeputyNotAtWork)?;
    let own = absences::Entity::find().filter(Column::UserId.eq(new.user_id));
    let other = own.filter(absences::between(new.from_on, new.until_on)).one(tx).await?;
    if other.is_some() { Err(AbsenceError::Overlaps) } else { Ok(()) }
}

/// Ends an absence today, or calls it off when it has not begun: whoever is back sees to their own things again.
pub async fn come_back(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<Uuid, AbsenceError> {
    let (tx, today) = (db.begin().await?, local_date(now));
    let found = absences::Entity::find_by_id(id).filter(absences::from(today)).lock_exclusive().one(&tx).await?;
    let found: Absence = found.filter(|row| may_enter(viewer, row.user_id)).ok_or(AbsenceError::NotFound)?;
    let over = absences::ActiveModel { ended_on: Set(Some(today)), ..Default::default() };
    absences::Entity::update_many().set(over).filter(Column::Id.eq(id)).exec(&tx).await?;
    Change::of(viewer, "account", found.user_id, "absence_ended").write(&tx, now).await?;
    tx.commit().await?;
    Ok(found.user_id)
}

fn may_enter(viewer: &Viewer, user: Uuid) -> bool {
    viewer.is_staff() && (viewer.is_administrator() || viewer.user_id == user)
}

/// Whether somebody is away on a day.
pub async fn is_away(db: &impl ConnectionTrait, user: Uuid, day: NaiveDate) -> Result<bool, DbErr> {
    let own = absences::Entity::find().filter(Column::UserId.eq(user)).filter(absences::on(day));
    Ok(own.one(db).await?.is_some())
}

/// An absence as a page shows it.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Away {
    pub id: Uuid,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    /// Nobody once the deputy has left: then an administrator steps in.
    pub deputy: Option<String>,
    deputy_id: Option<Uuid>,
    /// Whether the deputy is away on some of the days, too: on those it goes on to whoever steps in for them.
    #[sea_orm(skip)]
    pub is_deputy_away: bool,
}

/// The absences of somebody that hold or come, the next first.
pub async fn coming(db: &impl ConnectionTrait, user: Uuid, today: NaiveDate) -> Result<Vec<Away>, DbErr> {
    let mut coming = coming_of(user, today).into_model::<Away>().all(db).await?;
    let deputies = coming.iter().filter_map(|away| away.deputy_id);
    let theirs = absences::Entity::find().filter(Column::UserId.is_in(deputies)).filter(absences::from(today));
    let theirs = theirs.all(db).await?;
    for away in &mut coming {
        let meets = |other: &Absence| other.from_on <= away.until_on && away.from_on <= other.until_on;
        away.is_deputy_away = theirs.iter().any(|other| Some(other.user_id) == away.deputy_id && meets(other));
    }
    Ok(coming)
}

fn coming_of(user: Uuid, today: NaiveDate) -> Select<absences::Entity> {
    absences::Entity::find()
        .select_only()
        .columns([Column::Id, Column::FromOn, Column::UntilOn, Column::DeputyId])
        .column_as(users::Column::Name, "deputy")
        .join(JoinType::LeftJoin, absences::to_deputy())
        .filter(Column::UserId.eq(user))
        .filter(absences::from(today))
        .order_by_asc(Column::FromOn)
        .order_by_asc(Column::Id)
}
