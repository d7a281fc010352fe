//! The seats that a plan gives away.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::mentors::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::arrange::{Decisions, Waiting};
use crate::mentor;

/// The most ids in one read; the databases limit how many a query may name.
pub const READ_AT_ONCE: usize = 5_000;

/// How many choices of each are looked at first, and how many times as many when that was not enough.
const FIRST_READ: usize = 4;
const DEEPER: usize = 4;

/// What is known of the seats of a mentor; none are free of whoever may not be proposed now.
#[derive(Default)]
struct Found {
    reference: String,
    free: u32,
}

type Known = HashMap<Uuid, Found>;

/// The free seats by mentor, in the order of the mentors' references.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    mentors: Vec<Uuid>,
    free: Vec<u32>,
    columns: HashMap<Uuid, u32>,
}

impl Seats {
    /// The seats that are free now of those whom a plan may choose, and who may be proposed now: of as many as the plan can
    /// need. Whoever may have a seat that nobody else can want needs none that costs more, so the cheapest choices of each
    /// are read first.
    pub async fn read(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        waiting: &[Waiting],
        decisions: &Decisions,
    ) -> Result<Self, DbErr> {
        let mut open: Vec<&Waiting> = waiting.iter().filter(|one| one.is_open(decisions)).collect();
        let mut wanted_by: HashMap<Uuid, u32> = HashMap::new();
        let chosen = open.iter().flat_map(|one| one.allowed(decisions)).map(|choice| choice.mentor_id);
        for mentor_id in chosen.chain(decisions.locked.values().copied()) {
            *wanted_by.entry(mentor_id).or_default() += 1;
        }
        let mut unread: BTreeSet<Uuid> = decisions.locked.values().copied().collect();
        let (mut known, mut depth) = (Known::default(), FIRST_READ);
        loop {
            let cheapest = open.iter().flat_map(|one| one.allowed(decisions).take(depth));
            unread.extend(cheapest.map(|choice| choice.mentor_id).filter(|id| !known.contains_key(id)));
            read_into(&mut known, db, today, std::mem::take(&mut unread)).await?;
            let is_sure = |id: &Uuid| known.get(id).is_some_and(|found| found.free >= wanted_by[id]);
            open.retain(|one| {
                one.allowed(decisions).nth(depth).is_some()
                    && !one.allowed(decisions).take(depth).any(|choice| is_sure(&choice.mentor_id))
            });
            if open.is_empty() {
                return Ok(Self::of(known));
            }
            depth *= DEEPER;
        }
    }

    fn of(known: Known) -> Self {
        let free = known.into_iter().filter(|(_, found)| found.free > 0);
        let by_reference: BTreeMap<String, (Uuid, u32)> =
            free.map(|(id, found)| (found.reference, (id, found.free))).collect();
        let (mentors, free): (Vec<Uuid>, Vec<u32>) = by_reference.into_values().unzip();
        Self { columns: mentors.iter().copied().zip(0..).collect(), mentors, free }
    }

    /// By column.
    pub fn free(&self) -> Vec<u32> {
        self.free.clone()
    }

    pub fn column(&self, mentor_id: Uuid) -> Option<u32> {
        self.columns.get(&mentor_id).copied()
    }

    pub fn mentor(&self, column: u32) -> Option<Uuid> {
        self.mentors.get(column as usize).copied()
    }

    /// Takes a seat away, if the mentor has one.
    pub fn take(&mut self, mentor_id: Uuid) -> bool {
        let free = self.columns.get(&mentor_id).and_then(|column| self.free.get_mut(*column as usize));
        free.filter(|free| **free > 0).map(|free| *free -= 1).is_some()
    }
}

async fn read_into(
    known: &mut Known,
    db: &impl ConnectionTrait,
    today: NaiveDate,
    ids: BTreeSet<Uuid>,
) -> Result<(), DbErr> {
    let ids = Vec::from_iter(ids);
    for some in ids.chunks(READ_AT_ONCE) {
        let found = Entity::find()
            .select_only()
            .columns([Column::Reference, Column::Id])
            .expr_as(mentor::free_seats(), "free")
            .filter(Column::Id.is_in(some.iter().copied()))
            .filter(mentor::ready(today));
        let rows = found.into_tuple::<(String, Uuid, i64)>().all(db).await?;
        let found = |free: i64, reference| Found { reference, free: u32::try_from(free).unwrap_or_default() };
        known.extend(rows.into_iter().map(|(reference, id, free)| (id, found(free, reference))));
    }
    for id in ids {
        known.entry(id).or_default();
    }
    Ok(())
}
