//! What became of the other messages about a thing: a change is told once, and what nobody was told of is not taken back.

use std::time::Duration;

use chrono::NaiveDate;
use entity::{
    Message as Row,
    messages::{Column, Entity},
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};
use tokio::time::sleep;

use super::{Desk, MessageKind};
use crate::clock::{begin_of, local_date};

/// How often it is looked for what becomes of one that somebody else has just taken up, and how long in between.
const LOOKS: usize = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// The other messages of a kind about the same thing as the one on a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// Whether one has left, or may be leaving right now: so somebody may have been told.
    pub may_have_left: bool,
    /// Whether one was queued later: it says how things stand, and this one need not.
    pub is_overtaken: bool,
}

/// What is known of them. Whoever takes up a message commits that before it is composed; so one that was composed before a
/// thing changed is seen here as taken up by whoever tells of the change. Most of those are dropped at once as overtaken,
/// which is waited for; one that is still taken up after that may leave.
pub async fn others(desk: &Desk, kind: MessageKind, subject_id: Uuid) -> Result<Others, DbErr> {
    let own = (desk.queued_at, desk.message);
    let mut looks = 0;
    loop {
        let about_it = Entity::find().filter(Column::Kind.eq(kind.name)).filter(Column::SubjectId.eq(subject_id));
        let rows = about_it.filter(Column::Id.ne(desk.message)).all(&desk.db).await?;
        let is_overtaken = rows.iter().any(|row| row.unwanted_at.is_none() && (row.queued_at, row.id) > own);
        let has_left = rows.iter().any(has_left);
        let is_taken_up = rows.iter().any(|row| row.claim.is_some());
        if is_overtaken || has_left || !is_taken_up || looks == LOOKS {
            return Ok(Others { may_have_left: has_left || is_taken_up, is_overtaken });
        }
        looks += 1;
        sleep(PAUSE).await;
    }
}

/// Whether a message has left, or may have.
pub fn has_left(row: &Row) -> bool {
    let left = row.accepted_at.or(row.delivered_at).or(row.bounced_at).or(row.unknown_at);
    left.or(row.handing_over_at).is_some()
}

/// What became of the first of the messages of a kind about a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// None was queued.
    Missing,
    /// It is held back, was dropped, or came back.
    NotLeft,
    /// One left on this day.
    Left(NaiveDate),
}

/// What became of those that were queued on a day or after it, but for the one on the desk: whether somebody can be told that they
/// were written to.
pub async fn first_since(desk: &Desk, (kind, subject_id): (MessageKind, Uuid), day: NaiveDate) -> Result<First, DbErr> {
    let about_it = Entity::find().filter(Column::Kind.eq(kind.name)).filter(Column::SubjectId.eq(subject_id));
    let rows = about_it.filter(Column::Id.ne(desk.message)).filter(Column::QueuedAt.gte(begin_of(day)));
    Ok(first_of(&rows.all(&desk.db).await?))
}

/// The same of messages that were read already.
pub fn first_of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> First {
    let gone = |row: &Row| row.accepted_at.or(row.delivered_at).or(row.unknown_at);
    let left = |row: &Row| gone(row).filter(|_| row.bounced_at.is_none());
    let days = rows.into_iter().map(|row| left(row).map(local_date)).collect::<Vec<_>>();
    match (days.is_empty(), days.into_iter().flatten().min()) {
        (true, _) => First::Missing,
        (false, None) => First::NotLeft,
        (false, Some(day)) => First::Left(day),
    }
}
