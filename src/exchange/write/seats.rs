//! Seats of known mentors, and the seats that running courses take.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::{SeatHold, seat_holds};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, prelude::Uuid};

use super::{CHUNK, replace};
use crate::{
    exchange::{
        merge::{Entry, Fate},
        scheme::Scheme,
        tables::CourseRow,
    },
    mentor::{self, seats::SeatCountError},
};

/// Gives changed mentors as many seats as their rows say. There are seldom many: most changes are of other columns.
pub async fn set_counts(tx: &impl ConnectionTrait, scheme: &Scheme) -> Result<(), DbErr> {
    let changed = scheme.mentors.entries.iter().filter(|entry| entry.fate == Fate::Changed);
    let wanted: Vec<(Uuid, u32)> =
        changed.map(|entry| (entry.id, u32::try_from(entry.row.seats).unwrap_or_default())).collect();
    for chunk in wanted.chunks(CHUNK) {
        let ids: Vec<Uuid> = chunk.iter().map(|(id, _)| *id).collect();
        let counts = mentor::seats::counts(tx, &ids).await?;
        let differing = chunk.iter().filter(|(id, seats)| counts.get(id).is_none_or(|counts| counts.offered != *seats));
        for (id, seats) in differing {
            mentor::seats::set_count(tx, *id, *seats).await.map_err(|error| match error {
                SeatCountError::Db(error) => error,
                refusal @ SeatCountError::Held(_) => DbErr::Custom(refusal.to_string()),
            })?;
        }
    }
    Ok(())
}

/// Takes the lowest free seat for each running course that has none, or whose mentor is another one now. Returns the
/// holds of all these courses.
pub async fn take(
    tx: &impl ConnectionTrait,
    scheme: &Scheme,
    open: &[&Entry<CourseRow>],
    held: &HashMap<Uuid, Uuid>,
    today: NaiveDate,
) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let known: HashMap<Uuid, SeatHold> =
        seat_holds::Entity::find().all(tx).await?.into_iter().map(|hold| (hold.id, hold)).collect();
    let mut taken: HashSet<(Uuid, i32)> = known.values().map(|hold| (hold.mentor_id, hold.number)).collect();
    let (mut holds, mut new, mut moved) = (HashMap::new(), Vec::new(), Vec::new());
    for entry in open {
        let Some(mentor) = scheme.mentors.get(&entry.row.mentor_id) else { continue };
        let hold = held.get(&entry.id).and_then(|hold| known.get(hold));
        holds.insert(entry.id, hold.map_or_else(Uuid::now_v7, |hold| hold.id));
        if hold.is_some_and(|hold| hold.mentor_id == mentor.id) {
            continue;
        }
        let free = (1..=mentor.row.seats).find(|number| taken.insert((mentor.id, *number)));
        let number = free.ok_or_else(|| DbErr::Custom(format!("mentor {} has no free seat", mentor.row.mentor_id)))?;
        match hold {
            Some(hold) => moved.push(SeatHold { mentor_id: mentor.id, number, ..hold.clone() }.into_active_model()),
            None => new.push(seat_holds::ActiveModel {
                id: Set(*holds.get(&entry.id).unwrap_or(&entry.id)),
                mentor_id: Set(mentor.id),
                number: Set(number),
                held_from: Set(entry.row.matched_on.min(today)),
            }),
        }
    }
    replace::<seat_holds::Entity>(tx, moved).await?;
    for chunk in new.chunks(CHUNK) {
        seat_holds::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(holds)
}
