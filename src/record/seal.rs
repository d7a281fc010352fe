//! Seals on the three logs. Each is made of the rows of some days and of the seal before it, so that a row which is
//! changed, taken away or slipped in afterwards no longer fits. The hash of each new seal is in the server's own log, out
//! of the database's reach.

use std::{fmt::Write, ops::Range};

use chrono::{DateTime, Duration, Utc};
use entity::{
    LogSeal, changes,
    log_seals::{self, Column, SealedLog},
    readings, security_events,
};
use futures_util::TryStreamExt;
use sea_orm::{
    ActiveEnum, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, Iterable, QueryFilter, QueryOrder,
    StreamTrait, prelude::Uuid, sea_query::OnConflict,
};
use sha2::{Digest, Sha256};

use crate::database::Database;

/// A row is written no later than this after what it tells of.
pub(super) const LATEST: Duration = Duration::hours(5);
/// Which is settled then, on every machine.
const SETTLED: Duration = Duration::hours(6);

/// How many rows a span of a log has, and what they come to with the seal before.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    pub rows: i64,
    pub hash: String,
}

/// Seals each day of each log that is settled. A day later than the newest row of all is not, whatever the clock says: it
/// may have been ahead.
pub async fn seal_logs(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let Some(newest) = newest_moment(db).await? else { return Ok(()) };
    let ends_at = beginning_of_day((now - SETTLED).min(newest));
    for log in SealedLog::iter() {
        let last = seals_of(db, log).await?.pop();
        let begins_at = match &last {
            Some(seal) => Some(seal.ends_at),
            None => first_moment(db, log).await?.map(beginning_of_day),
        };
        let (Some(mut day), mut previous) = (begins_at, last.map(|seal| seal.hash).unwrap_or_default()) else {
            continue;
        };
        if day >= ends_at {
            continue;
        }
        while day < ends_at {
            let next = day + Duration::days(1);
            previous = seal(db, log, day..next, previous).await?;
            day = next;
        }
        // The newest vouches for all before it: one line, however many days were made up for.
        tracing::info!("{} sealed up to {ends_at}: {previous}", log.to_value());
    }
    Ok(())
}

/// Gives the hash of the seal.
async fn seal(db: &Database, log: SealedLog, span: Range<DateTime<Utc>>, previous: String) -> Result<String, DbErr> {
    let view = db.snapshot().await?;
    let Sum { rows, hash } = sum_of(&view, log, span.clone(), &previous).await?;
    view.rollback().await?;
    let row = log_seals::ActiveModel {
        id: Set(Uuid::now_v7()),
        log: Set(log),
        begins_at: Set(span.start),
        ends_at: Set(span.end),
        row_count: Set(rows),
        previous: Set(previous),
        hash: Set(hash.clone()),
    };
    let tx = db.begin().await?;
    let once = OnConflict::columns([Column::Log, Column::EndsAt]).do_nothing().to_owned();
    log_seals::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?;
    tx.commit().await?;
    tracing::debug!("{} sealed up to {}: {rows} rows, {hash}", log.to_value(), span.end);
    Ok(hash)
}

/// The seals of a log, the oldest first.
pub async fn seals_of(db: &impl ConnectionTrait, log: SealedLog) -> Result<Vec<LogSeal>, DbErr> {
    log_seals::Entity::find().filter(Column::Log.eq(log)).order_by_asc(Column::EndsAt).all(db).await
}

/// Forgets the seals that cover anything from before that moment, as the rows are forgotten.
pub async fn forget_seals(tx: &impl ConnectionTrait, log: SealedLog, before: DateTime<Utc>) -> Result<(), DbErr> {
    let of_log = log_seals::Entity::delete_many().filter(Column::Log.eq(log));
    of_log.filter(Column::BeginsAt.lt(before)).exec(tx).await?;
    Ok(())
}

/// When the oldest row of a log was written.
pub async fn first_moment(db: &impl ConnectionTrait, log: SealedLog) -> Result<Option<DateTime<Utc>>, DbErr> {
    Ok(match log {
        SealedLog::Readings => {
            readings::Entity::find().order_by_asc(readings::Column::At).one(db).await?.map(|row| row.at)
        }
        SealedLog::Changes => {
            changes::Entity::find().order_by_asc(changes::Column::At).one(db).await?.map(|row| row.at)
        }
        SealedLog::SecurityEvents => {
            let first = security_events::Entity::find().order_by_asc(security_events::Column::At);
            first.one(db).await?.map(|row| row.at)
        }
    })
}

/// When the newest row of all logs was written.
pub async fn newest_moment(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, DbErr> {
    let read = readings::Entity::find().order_by_desc(readings::Column::At).one(db).await?.map(|row| row.at);
    let changed = changes::Entity::find().order_by_desc(changes::Column::At).one(db).await?.map(|row| row.at);
    let events = security_events::Entity::find().order_by_desc(security_events::Column::At);
    Ok(read.max(changed).max(events.one(db).await?.map(|row| row.at)))
}

/// What the rows of a span come to. A change counts without its reason and details, which are forgotten with a person.
pub async fn sum_of(
    view: &(impl ConnectionTrait + StreamTrait),
    log: SealedLog,
    span: Range<DateTime<Utc>>,
    previous: &str,
) -> Result<Sum, DbErr> {
    match log {
        SealedLog::Readings => {
            sum::<readings::Entity>(view, (readings::Column::At, readings::Column::Id), span, previous, reading).await
        }
        SealedLog::Changes => {
            sum::<changes::Entity>(view, (changes::Column::At, changes::Column::Id), span, previous, change).await
        }
        SealedLog::SecurityEvents => {
            let columns = (security_events::Column::At, security_events::Column::Id);
            sum::<security_events::Entity>(view, columns, span, previous, event).await
        }
    }
}

async fn sum<E: EntityTrait>(
    view: &(impl ConnectionTrait + StreamTrait),
    (at, id): (E::Column, E::Column),
    span: Range<DateTime<Utc>>,
    previous: &str,
    line: fn(E::Model) -> String,
) -> Result<Sum, DbErr> {
    let (mut rows, mut sum) = (0, Sha256::new());
    sum.update(previous);
    let within = E::find().filter(at.gte(span.start)).filter(at.lt(span.end)).order_by_asc(at).order_by_asc(id);
    let mut found = within.stream(view).await?;
    while let Some(row) = found.try_next().await? {
        sum.update(line(row));
        sum.update("\n");
        rows += 1;
    }
    let mut hash = String::new();
    for byte in sum.finalize() {
        let _ = write!(hash, "{byte:02x}");
    }
    Ok(Sum { rows, hash })
}

fn reading(row: entity::Reading) -> String {
    let role = row.role.map(|role| role.to_value());
    let (of, enquiry, by) = (row.young_person_id, row.enquiry_id, row.user_id);
    let (id, purpose, at) = (row.id, row.purpose.to_value(), row.at.timestamp_micros());
    let line = format!("{id} {of:?} {enquiry:?} {by:?} {role:?} {purpose} {at}");
    // Nothing more for the rest: their seals were made before it was known whose a link is.
    match row.link_of {
        Some(kind) => format!("{line} {} {:?}", kind.to_value(), row.link_of_id),
        None => line,
    }
}

fn change(row: entity::Change) -> String {
    let (subject, id, at) = (row.subject, row.subject_id, row.at.timestamp_micros());
    format!("{} {subject} {id} {} {:?} {:?} {at}", row.id, row.action, row.by_user, row.on_behalf_of)
}

fn event(row: entity::SecurityEvent) -> String {
    let (kind, at) = (row.kind.to_value(), row.at.timestamp_micros());
    let (network, route, key) = (row.network, row.route, row.account_key);
    format!("{} {kind} {:?} {:?} {network:?} {route:?} {key:?} {} {at}", row.id, row.user_id, row.about_user, row.times)
}

pub(super) fn beginning_of_day(at: DateTime<Utc>) -> DateTime<Utc> {
    at.date_naive().and_time(chrono::NaiveTime::MIN).and_utc()
}
