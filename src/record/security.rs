//! The security log: what happened, who did it, when and from which network. Nothing personal: no text, no address of
//! a page with what stood in it, no mail address.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use entity::{
    log_seals::SealedLog,
    security_events::{self, Column, SecurityKind},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::seal::{LATEST, beginning_of_day, forget_seals};
use crate::database::Database;

/// Days that a row is kept: a year.
pub const KEPT_DAYS: i64 = 365;
/// Rows that one network can cause in an hour without a right to anything; the rest is counted.
const PER_NETWORK: u32 = 60;
/// The same of all networks together.
const PER_HOUR: u32 = 3000;
/// Rows that wait for a database that cannot be written.
const MOST_WAITING: usize = 10_000;
/// Networks whose left-out rows are counted apart; further ones are counted together.
const MOST_NETWORKS: usize = 1000;
/// Rows written by one statement.
const CHUNK: usize = 1000;

/// Something for the security log. What is left out is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityEvent {
    pub kind: SecurityKind,
    pub user_id: Option<Uuid>,
    pub about_user: Option<Uuid>,
    pub network: Option<String>,
    pub route: Option<String>,
    pub account_key: Option<String>,
}

impl SecurityEvent {
    pub fn new(kind: SecurityKind) -> Self {
        Self { kind, user_id: None, about_user: None, network: None, route: None, account_key: None }
    }

    /// The same about somebody who signs in.
    pub fn about(kind: SecurityKind, user_id: Uuid) -> Self {
        Self { about_user: Some(user_id), ..Self::new(kind) }
    }

    /// Writes it down, in the transaction of what it tells of where there is one.
    pub async fn write(self, tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
        security_events::Entity::insert(self.row(now, 1)).exec_without_returning(tx).await?;
        Ok(())
    }

    fn row(self, at: DateTime<Utc>, times: i64) -> security_events::ActiveModel {
        security_events::ActiveModel {
            id: Set(Uuid::now_v7()),
            at: Set(at),
            kind: Set(self.kind),
            user_id: Set(self.user_id),
            about_user: Set(self.about_user),
            network: Set(self.network),
            route: Set(self.route),
            account_key: Set(self.account_key),
            times: Set(times),
        }
    }
}

/// What anybody can cause without a right to anything: bounded for each network and hour, and written a moment later,
/// so that nobody fills the disk with refusals and no refusal waits for the database.
#[derive(Clone, Default)]
pub struct SecurityLog(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    waiting: Vec<security_events::ActiveModel>,
    /// The hour that the counts below are of, since 1970.
    hour: i64,
    of_network: HashMap<String, u32>,
    of_hour: u32,
    left_out: HashMap<Option<String>, i64>,
}

impl SecurityLog {
    pub fn note(&self, now: DateTime<Utc>, event: SecurityEvent) {
        self.held(|held| held.note(now, event));
    }

    /// Writes what waits. What cannot be written waits on.
    pub async fn write_waiting(&self, db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
        let rows = self.held(|held| {
            held.turn(now);
            mem::take(&mut held.waiting)
        });
        if rows.is_empty() {
            return Ok(());
        }
        let written = write(db, in_time(rows.clone(), now)).await;
        if written.is_err() {
            self.held(|held| {
                held.waiting.splice(0..0, rows);
                held.waiting.truncate(MOST_WAITING);
            });
        }
        written
    }

    fn held<T>(&self, change: impl FnOnce(&mut Held) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Rows that waited for the database longer than a seal does are told of as late as they may be.
fn in_time(mut rows: Vec<security_events::ActiveModel>, now: DateTime<Utc>) -> Vec<security_events::ActiveModel> {
    let earliest = now - LATEST;
    for row in &mut rows {
        if row.at.try_as_ref().is_some_and(|at| *at < earliest) {
            row.at = Set(earliest);
        }
    }
    rows
}

async fn write(db: &Database, rows: Vec<security_events::ActiveModel>) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    for chunk in rows.chunks(CHUNK) {
        security_events::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(&tx).await?;
    }
    tx.commit().await
}

impl Held {
    fn note(&mut self, now: DateTime<Utc>, event: SecurityEvent) {
        self.turn(now);
        let network = event.network.clone();
        let of_network = self.of_network.get(network.as_deref().unwrap_or_default()).copied().unwrap_or_default();
        let is_full = self.of_hour >= PER_HOUR || self.waiting.len() >= MOST_WAITING;
        if is_full || of_network >= PER_NETWORK {
            self.leave_out(network);
            return;
        }
        self.of_network.insert(network.unwrap_or_default(), of_network + 1);
        self.of_hour += 1;
        self.waiting.push(event.row(now, 1));
    }

    fn leave_out(&mut self, network: Option<String>) {
        let is_apart = self.left_out.contains_key(&network) || self.left_out.len() < MOST_NETWORKS;
        *self.left_out.entry(network.filter(|_| is_apart)).or_default() += 1;
    }

    /// A new hour begins with what the hour before left out.
    fn turn(&mut self, now: DateTime<Utc>) {
        let hour = now.timestamp() / 3600;
        if hour == self.hour {
            return;
        }
        for (network, times) in mem::take(&mut self.left_out) {
            let more = SecurityEvent { network, ..SecurityEvent::new(SecurityKind::LeftOut) };
            self.waiting.push(more.row(now, times));
        }
        (self.hour, self.of_hour) = (hour, 0);
        self.of_network.clear();
    }
}

/// Forgets the days of which anything is older than [`KEPT_DAYS`].
pub async fn forget_old_events(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let first_kept = beginning_of_day(now - Duration::days(KEPT_DAYS - 1));
    security_events::Entity::delete_many().filter(Column::At.lt(first_kept)).exec(tx).await?;
    forget_seals(tx, SealedLog::SecurityEvents, first_kept).await
}
