//! The rows of the files and those of the database as one: which are new, which differ, and which stay.

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::{
    format::written_cells,
    incoming::{Incoming, Read},
    known::Known,
    problem::{Place, Report},
    tables::{Row, Table},
};

/// What the import does to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// No file speaks of it.
    Untouched,
    Unchanged,
    Changed,
    New,
}

/// A record as it will be after the import.
pub struct Entry<R> {
    pub id: Uuid,
    pub row: R,
    pub fate: Fate,
    /// Where a file speaks of it.
    pub place: Option<Place>,
    /// Its cells as the database has them now.
    known: Option<Vec<String>>,
}

impl<R: Row> Entry<R> {
    pub fn is_written(&self) -> bool {
        matches!(self.fate, Fate::New | Fate::Changed)
    }

    /// Something changes that the files do not show.
    pub fn mark_changed(&mut self) {
        if self.fate == Fate::Unchanged {
            self.fate = Fate::Changed;
        }
    }

    /// Judges again whether the row differs, after a rule has changed it.
    pub fn reconsider(&mut self) {
        self.fate = match &self.known {
            _ if self.place.is_none() => Fate::Untouched,
            None => Fate::New,
            Some(known) if *known == written_cells(&self.row) => Fate::Unchanged,
            Some(_) => Fate::Changed,
        };
    }
}

/// All records of one table as they will be.
pub struct Side<R> {
    pub entries: Vec<Entry<R>>,
    by_key: HashMap<String, usize>,
    broken: HashSet<String>,
}

/// How many rows of a file were read, and what becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub table: Table,
    pub read: usize,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
}

impl<R: Row> Side<R> {
    /// The only record with a key, in tables where keys are unique.
    pub fn get(&self, key: &str) -> Option<&Entry<R>> {
        self.by_key.get(key).and_then(|position| self.entries.get(*position))
    }

    pub fn id(&self, key: &str) -> Option<Uuid> {
        self.get(key).map(|entry| entry.id)
    }

    /// Whether a reference leads somewhere: to a record, or to a row whose other cells have been reported.
    pub fn has(&self, key: &str) -> bool {
        self.by_key.contains_key(key) || self.broken.contains(key)
    }

    /// The records that files speak of, with their places.
    pub fn in_files(&self) -> impl Iterator<Item = (&Place, &Entry<R>)> {
        self.entries.iter().filter_map(|entry| Some((entry.place.as_ref()?, entry)))
    }

    pub fn counts(&self) -> Counts {
        let count = |fate| self.entries.iter().filter(|entry| entry.fate == fate).count();
        let (new, changed, unchanged) = (count(Fate::New), count(Fate::Changed), count(Fate::Unchanged));
        Counts { table: R::TABLE, read: new + changed + unchanged, new, changed, unchanged }
    }
}

/// Finds each row of the files again in the database by its key, and takes over what the files do not speak of.
pub fn merge<R: Row>(known: Vec<Known<R>>, incoming: Incoming<R>, today: NaiveDate, report: &mut Report) -> Side<R> {
    let mut waiting: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (position, known) in known.iter().enumerate() {
        waiting.entry(known.row.key()).or_default().push_back(position);
    }
    let untouched = |Known { id, row }| Entry { id, row, fate: Fate::Untouched, place: None, known: None };
    let entries = known.into_iter().map(untouched).collect();
    let mut merging = Merging { entries, waiting, today };
    // Where a key may stand more than once, those that agree find each other first.
    let differing: Vec<Read<R>> = incoming.rows.into_iter().filter_map(|read| merging.agreeing(read)).collect();
    for read in differing {
        merging.differing(read, report);
    }
    let by_key = merging.entries.iter().enumerate().map(|(position, entry)| (entry.row.key(), position)).collect();
    Side { entries: merging.entries, by_key, broken: incoming.broken }
}

struct Merging<R> {
    entries: Vec<Entry<R>>,
    /// Records of the database that no row of a file has found yet.
    waiting: HashMap<String, VecDeque<usize>>,
    today: NaiveDate,
}

impl<R: Row> Merging<R> {
    /// Finds the record that says the same, or hands the row back.
    fn agreeing(&mut self, read: Read<R>) -> Option<Read<R>> {
        let Some(positions) = self.waiting.get_mut(&read.row.key()) else { return Some(read) };
        for waiting in 0..positions.len() {
            let Some(entry) = positions.get(waiting).and_then(|at| self.entries.get_mut(*at)) else { continue };
            let (row, known) = (taken_over(&read, &entry.row, self.today).0, written_cells(&entry.row));
            if written_cells(&row) == known {
                (entry.row, entry.place, entry.known) = (row, Some(read.place), Some(known));
                entry.reconsider();
                positions.remove(waiting);
                return None;
            }
        }
        Some(read)
    }

    /// Takes the next record with its key, or makes a new one.
    fn differing(&mut self, read: Read<R>, report: &mut Report) {
        let found = self.waiting.get_mut(&read.row.key()).and_then(VecDeque::pop_front);
        let warning = match found.and_then(|at| self.entries.get_mut(at)) {
            Some(entry) => {
                let known = written_cells(&entry.row);
                let (row, warning) = taken_over(&read, &entry.row, self.today);
                (entry.row, entry.place, entry.known) = (row, Some(read.place.clone()), Some(known));
                entry.reconsider();
                warning
            }
            None => {
                let mut row = read.row;
                let warning = row.settle(None, self.today);
                let place = Some(read.place.clone());
                self.entries.push(Entry { id: Uuid::now_v7(), row, fate: Fate::New, place, known: None });
                warning
            }
        };
        if let Some((column, what)) = warning {
            report.warning(&read.place, column, what);
        }
    }
}

/// The row of a file with what only the database knows, and what had to be made up for it.
fn taken_over<R: Row>(read: &Read<R>, known: &R, today: NaiveDate) -> (R, Option<(&'static str, String)>) {
    let mut row = read.row.clone();
    row.keep(known, &read.columns);
    let warning = row.settle(Some(known), today);
    (row, warning)
}
