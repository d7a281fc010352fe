//! Mentors with their industries, their pauses and, for new ones, their seats.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use entity::{MentorPause, index_changes, mentor_industries, mentor_pauses, mentors, seats};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid, sea_query::Expr,
};

use super::{CHUNK, next, now_in, records};
use crate::{
    exchange::{
        import::{How, Progress},
        merge::{Entry, Fate},
        scheme::Scheme,
        tables::MentorRow,
    },
    mentor::{self, MentorStatus},
};

pub async fn write(tx: &impl ConnectionTrait, scheme: &Scheme, how: &How, progress: Progress<'_>) -> Result<(), DbErr> {
    records::<mentors::Entity, _>(tx, &scheme.mentors, progress, |entry, record| {
        put(&entry.row, record, how.today);
    })
    .await?;
    let written: Vec<&Entry<MentorRow>> = scheme.mentors.entries.iter().filter(|entry| entry.is_written()).collect();
    for chunk in written.chunks(CHUNK) {
        industries(tx, chunk).await?;
        pauses(tx, chunk, how.today).await?;
        first_seats(tx, chunk).await?;
    }
    tell_index(tx, written.iter().map(|entry| entry.id)).await
}

fn put(row: &MentorRow, record: &mut mentors::ActiveModel, today: NaiveDate) {
    let left_on = now_in(&record.left_on).or(Some(today)).filter(|_| row.status == MentorStatus::Left);
    row.put(record);
    record.left_on = Set(left_on);
    record.version = next(&record.version);
}

/// The industries are written whole: they are few, and their order counts.
async fn industries(tx: &impl ConnectionTrait, mentors: &[&Entry<MentorRow>]) -> Result<(), DbErr> {
    let changed = mentors.iter().filter(|entry| entry.fate == Fate::Changed).map(|entry| entry.id);
    let old = mentor_industries::Entity::delete_many().filter(mentor_industries::Column::MentorId.is_in(changed));
    old.exec(tx).await?;
    let rows = mentors.iter().flat_map(|entry| {
        (0..).zip(&entry.row.industry_codes).map(|(position, code)| mentor_industries::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(entry.id),
            position: Set(position),
            system: Set(code.system()),
            code: Set(code.code()),
            division: Set(code.division().to_owned()),
        })
    });
    let rows: Vec<_> = rows.collect();
    for chunk in rows.chunks(CHUNK) {
        mentor_industries::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// A paused mentor gets a pause from today on; the pause of one who is active again ends.
async fn pauses(tx: &impl ConnectionTrait, mentors: &[&Entry<MentorRow>], today: NaiveDate) -> Result<(), DbErr> {
    let of_these = mentor_pauses::Column::MentorId.is_in(mentors.iter().map(|entry| entry.id));
    let mut covering: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for pause in mentor_pauses::Entity::find().filter(of_these).all(tx).await? {
        let MentorPause { id, mentor_id, .. } = pause;
        if mentor::covers(&pause, today) {
            covering.entry(mentor_id).or_default().push(id);
        }
    }
    let (mut begun, mut over) = (Vec::new(), Vec::new());
    for entry in mentors {
        match (entry.row.status, covering.remove(&entry.id)) {
            (MentorStatus::Paused, None) => begun.push(mentor_pauses::ActiveModel {
                id: Set(Uuid::now_v7()),
                mentor_id: Set(entry.id),
                from_on: Set(today),
                until_on: Set(None),
                reason: Set(None),
            }),
            (MentorStatus::Active, Some(pauses)) => over.extend(pauses),
            _ => (),
        }
    }
    if !begun.is_empty() {
        mentor_pauses::Entity::insert_many(begun).exec_without_returning(tx).await?;
    }
    let ended = mentor_pauses::Entity::update_many().filter(mentor_pauses::Column::Id.is_in(over));
    ended.col_expr(mentor_pauses::Column::UntilOn, Expr::value(today - Days::new(1))).exec(tx).await?;
    Ok(())
}

/// The seats of new mentors. Those of known ones change when their courses have let go of theirs.
async fn first_seats(tx: &impl ConnectionTrait, mentors: &[&Entry<MentorRow>]) -> Result<(), DbErr> {
    let new = mentors.iter().filter(|entry| entry.fate == Fate::New);
    let rows = new.flat_map(|entry| {
        (1..=entry.row.seats).map(|number| seats::ActiveModel { mentor_id: Set(entry.id), number: Set(number) })
    });
    let rows: Vec<_> = rows.collect();
    for chunk in rows.chunks(CHUNK) {
        seats::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Tells the search index of these mentors, as `mentor::changed` does of one.
pub async fn tell_index(tx: &impl ConnectionTrait, mentors: impl Iterator<Item = Uuid>) -> Result<(), DbErr> {
    let told = |id| index_changes::ActiveModel { mentor_id: Set(id), ..Default::default() };
    let rows: Vec<_> = mentors.map(told).collect();
    for chunk in rows.chunks(CHUNK) {
        index_changes::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
