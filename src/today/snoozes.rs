//! Lines that somebody put aside until a day: dated rows that come back by themselves.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    today_snoozes::{self, Column, Entity, SnoozeReason},
    users,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, SqlErr, prelude::Uuid,
};

use super::{
    find::{Today, find},
    kind::Kind,
};
use crate::{clock::local_date, config::Rules, database::Database, duty::Asking, form::refusals, viewer::Viewer};

/// The farthest day, in days from now.
pub const FARTHEST_DAYS: u64 = 180;

/// A line that is put aside.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Snoozed {
    pub id: Uuid,
    pub kind: String,
    pub subject_id: Uuid,
    pub since: Option<NaiveDate>,
    /// The day on which it is back.
    pub until_on: NaiveDate,
    pub reason: SnoozeReason,
    /// Who put it aside.
    pub by: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SnoozeError {
    /// It does not wait any more.
    #[error("there is no such line")]
    Gone,
    /// Somebody put it aside at the same moment.
    #[error("somebody was faster")]
    Overtaken,
    /// The day is not one of the days to come.
    #[error("today-until-past")]
    Past,
    #[error("today-until-far")]
    Far,
    #[error(transparent)]
    Db(DbErr),
}

refusals! {
    SnoozeError { leaves Db; gone Gone; overtaken Overtaken; else "until_on"; }
}

/// The database keeps one for each line, whoever is first.
impl From<DbErr> for SnoozeError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Overtaken,
            _ => Self::Db(error),
        }
    }
}

/// Whether a line may be put aside until this day.
pub fn check(until_on: NaiveDate, today: NaiveDate) -> Result<(), SnoozeError> {
    if until_on <= today {
        return Err(SnoozeError::Past);
    }
    if until_on > today + chrono::Days::new(FARTHEST_DAYS) {
        return Err(SnoozeError::Far);
    }
    Ok(())
}

/// Puts a line aside for everybody, until a day or until it tells of something new.
pub async fn snooze(
    db: &Database,
    now: DateTime<Utc>,
    rules: &Rules,
    viewer: &Viewer,
    (kind, subject_id): (&Kind, Uuid),
    (until_on, reason): (NaiveDate, SnoozeReason),
) -> Result<Uuid, SnoozeError> {
    let today = local_date(now);
    check(until_on, today)?;
    let tx = db.begin().await?;
    let asked = Today { rules, viewer, asking: Asking { me: viewer.user_id, today }, whose: None, page: 1 };
    let line = find(&tx, &asked, kind, subject_id).await?.ok_or(SnoozeError::Gone)?;
    end_of(&tx, now, kind, subject_id).await?;
    let snooze = today_snoozes::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(kind.code.to_owned()),
        subject_id: Set(subject_id),
        since: Set(line.since),
        until_on: Set(until_on),
        reason: Set(reason),
        snoozed_by: Set(viewer.user_id),
        snoozed_at: Set(now),
        ended_at: Set(None),
    };
    let id = *snooze.id.as_ref();
    Entity::insert(snooze).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(id)
}

async fn end_of(tx: &impl ConnectionTrait, now: DateTime<Utc>, kind: &Kind, subject_id: Uuid) -> Result<(), DbErr> {
    let own = Entity::update_many().set(over(now)).filter(today_snoozes::current());
    own.filter(Column::Kind.eq(kind.code)).filter(Column::SubjectId.eq(subject_id)).exec(tx).await?;
    Ok(())
}

/// Brings a line back before its day. False when it is back already.
pub async fn bring_back(db: &Database, now: DateTime<Utc>, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let own = Entity::update_many().set(over(now)).filter(today_snoozes::current()).filter(Column::Id.eq(id));
    let is_back = own.exec(&tx).await?.rows_affected == 1;
    tx.commit().await?;
    Ok(is_back)
}

fn over(now: DateTime<Utc>) -> today_snoozes::ActiveModel {
    today_snoozes::ActiveModel { ended_at: Set(Some(now)), ..Default::default() }
}

/// What is put aside on a day, by the code of its kind.
pub async fn on(db: &impl ConnectionTrait, day: NaiveDate) -> Result<HashMap<String, Vec<Snoozed>>, DbErr> {
    let found = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Kind, Column::SubjectId, Column::Since, Column::UntilOn, Column::Reason])
        .column_as(users::Column::Name, "by")
        .join(JoinType::InnerJoin, today_snoozes::to_user())
        .filter(today_snoozes::on(day))
        .order_by_asc(Column::UntilOn)
        .order_by_asc(Column::Id);
    let mut by_kind: HashMap<String, Vec<Snoozed>> = HashMap::new();
    for snooze in found.into_model::<Snoozed>().all(db).await? {
        by_kind.entry(snooze.kind.clone()).or_default().push(snooze);
    }
    Ok(by_kind)
}
