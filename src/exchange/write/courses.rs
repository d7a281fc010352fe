//! Courses, in an order in which nothing stands in the way: the ended ones first, which free their seats.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{courses, seat_holds};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{CHUNK, mentors::tell_index, next, now_in, past, seats, some};
use crate::exchange::{
    import::{How, Progress},
    merge::{Entry, Fate},
    scheme::Scheme,
    tables::{CourseRow, Row},
};

/// Shown beside an override that came with a file.
const OVERRIDE_REASON: &str = "Klassen stod i den importerede fil.";

pub async fn write(tx: &impl ConnectionTrait, scheme: &Scheme, how: &How, progress: Progress<'_>) -> Result<(), DbErr> {
    let mut written: Vec<&Entry<CourseRow>> =
        scheme.courses.entries.iter().filter(|entry| entry.is_written()).collect();
    // Each statement may only refer to courses that are there: a rematch comes after the one before.
    written.sort_by_cached_key(|entry| (entry.row.is_open(), earlier_courses(scheme, &entry.row)));
    let held = holds(tx, &written).await?;
    let (ended, open): (Vec<_>, Vec<_>) = written.iter().copied().partition(|entry| !entry.row.is_open());
    let otherwise = past::endings(tx, scheme, how.today).await?;
    let put_all = async |some: &[_], holds: &_| put_all(tx, (scheme, how.today), some, (holds, &otherwise)).await;
    put_all(&ended, &HashMap::new()).await?;
    progress(CourseRow::TABLE, ended.len(), written.len());

    let freed: Vec<Uuid> = ended.iter().filter_map(|entry| held.get(&entry.id).copied()).collect();
    for chunk in freed.chunks(CHUNK) {
        seat_holds::Entity::delete_many().filter(seat_holds::Column::Id.is_in(chunk.iter().copied())).exec(tx).await?;
    }
    seats::set_counts(tx, scheme).await?;
    let taken = seats::take(tx, scheme, &open, &held, how.today).await?;
    put_all(&open, &taken).await?;
    progress(CourseRow::TABLE, written.len(), written.len());
    tell_index(tx, mentors_of(scheme, &written).into_iter()).await
}

/// How many courses came before, along the rematches.
fn earlier_courses(scheme: &Scheme, row: &CourseRow) -> usize {
    let before = |row: &CourseRow| row.rematch_of.as_deref().and_then(|before| scheme.courses.get(before));
    let chain = std::iter::successors(before(row), |entry| before(&entry.row));
    // As many as there can be without going in a circle.
    chain.take(scheme.courses.entries.len()).count()
}

/// Which of these courses hold a seat now.
async fn holds(tx: &impl ConnectionTrait, written: &[&Entry<CourseRow>]) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let changed: Vec<Uuid> = written.iter().filter(|entry| entry.fate == Fate::Changed).map(|entry| entry.id).collect();
    let mut held = HashMap::new();
    for chunk in changed.chunks(CHUNK) {
        let found: Vec<(Uuid, Uuid)> = courses::Entity::find()
            .select_only()
            .columns([courses::Column::Id, courses::Column::SeatHoldId])
            .filter(courses::Column::Id.is_in(chunk.iter().copied()))
            .filter(courses::Column::SeatHoldId.is_not_null())
            .into_tuple()
            .all(tx)
            .await?;
        held.extend(found);
    }
    Ok(held)
}

async fn put_all(
    tx: &impl ConnectionTrait,
    (scheme, today): (&Scheme, NaiveDate),
    entries: &[&Entry<CourseRow>],
    (holds, otherwise): (&HashMap<Uuid, Uuid>, &HashSet<Uuid>),
) -> Result<(), DbErr> {
    for chunk in entries.chunks(CHUNK) {
        some::<courses::Entity, _>(tx, chunk, &|entry, record| {
            let row = &entry.row;
            // The check has found every referral, mentor and earlier course.
            record.referral_id = scheme.referrals.id(&row.referral_id).map(Set).unwrap_or_default();
            record.mentor_id = scheme.mentors.id(&row.mentor_id).map(Set).unwrap_or_default();
            record.rematch_of = Set(row.rematch_of.as_deref().and_then(|before| scheme.courses.id(before)));
            record.seat_hold_id = Set(holds.get(&entry.id).copied());
            if otherwise.contains(&entry.id) {
                record.ending_known_on = Set(row.ended_on.map(|_| today));
            }
            put(row, record);
        })
        .await?;
    }
    Ok(())
}

fn put(row: &CourseRow, record: &mut courses::ActiveModel) {
    let reason = now_in(&record.override_reason).unwrap_or_else(|| OVERRIDE_REASON.to_owned());
    row.put(record);
    // The class has been settled, and a planned end with it.
    record.planned_end_on = Set(row.planned_end_on.unwrap_or(row.matched_on));
    record.class_override = Set(row.class_override);
    record.override_reason = Set(row.class_override.map(|_| reason));
    record.version = next(&record.version);
}

/// Their free seats are in the search index.
fn mentors_of(scheme: &Scheme, written: &[&Entry<CourseRow>]) -> std::collections::BTreeSet<Uuid> {
    written.iter().filter_map(|entry| scheme.mentors.id(&entry.row.mentor_id)).collect()
}
