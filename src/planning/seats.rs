//! The seats that a plan gives away.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::mentors::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::arrange::{Decisions, Waiting};
use crate::mentor;

/// The most ids in one read; the databases limit how many a query may name.
pub const READ_AT_ONCE: usize = 5_000;

/// The free seats by mentor, in the order of the mentors' references.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    mentors: Vec<Uuid>,
    free: Vec<u32>,
    columns: HashMap<Uuid, u32>,
}

impl Seats {
    /// The seats that are free now of all whom a plan may choose, and who may be proposed now.
    pub async fn read(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        waiting: &[Waiting],
        decisions: &Decisions,
    ) -> Result<Self, DbErr> {
        let chosen = waiting.iter().flat_map(|one| &one.choices).map(|choice| choice.mentor_id);
        let ids: BTreeSet<Uuid> = chosen.chain(decisions.locked.values().copied()).collect();
        let mut by_reference = BTreeMap::new();
        for some in Vec::from_iter(ids).chunks(READ_AT_ONCE) {
            let found = Entity::find()
                .select_only()
                .columns([Column::Reference, Column::Id])
                .expr_as(mentor::free_seats(), "free")
                .filter(Column::Id.is_in(some.iter().copied()))
                .filter(mentor::proposable(today));
            let rows = found.into_tuple::<(String, Uuid, i64)>().all(db).await?;
            by_reference.extend(rows.into_iter().map(|(reference, id, free)| (reference, (id, free))));
        }
        let each = by_reference.into_values().map(|(id, free)| (id, u32::try_from(free).unwrap_or_default()));
        let (mentors, free): (Vec<Uuid>, Vec<u32>) = each.unzip();
        Ok(Self { columns: mentors.iter().copied().zip(0..).collect(), mentors, free })
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
