//! The figures of each industry: pure, from what is known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::{
    known::{Area, Known, Waiting},
    seats::{Need, Seats},
};
use crate::industry::{IndustryCode, IndustrySystem};

/// What a seat to spare in a neighbouring industry counts. Matching never gives a neighbouring trade more than half of
/// what the very trade gets (`src/industry/data/related.tsv`), so the radar does not either.
pub const NEIGHBOUR: f64 = 0.5;
/// A gap below this is none: it would be shown as 0.
const LEAST: f64 = 0.05;

/// Whom the figures are about; what is empty means everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub area: Option<Uuid>,
    pub partner: Option<Uuid>,
}

impl Scope {
    /// The areas that it is about.
    fn areas<'a>(&self, known: &'a Known) -> impl Iterator<Item = &'a Area> {
        let scope = *self;
        let in_area = move |area: &&Area| scope.area.is_none_or(|id| id == area.id);
        known.areas.iter().filter(in_area).filter(move |area| scope.partner.is_none_or(|id| id == area.partner_id))
    }
}

/// One industry: who waits, and what there is for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub industry: IndustryCode,
    /// Everybody who wishes it.
    pub people: u64,
    /// The same, with one who wishes several industries counted in equal parts.
    pub waiting: f64,
    /// When the longest waiting of them was referred.
    pub since: NaiveDate,
    pub free: f64,
    /// Seats to spare in neighbouring industries, at [`NEIGHBOUR`].
    pub neighbours: f64,
    pub coming: f64,
    /// The days on which those come free, the next first.
    pub coming_on: Vec<NaiveDate>,
    /// For how many there is no room, not even with all of the above.
    pub gap: f64,
}

/// The industries that somebody waits for, by number.
pub fn lines(known: &Known, scope: Scope) -> Vec<Line> {
    let areas: BTreeSet<Uuid> = scope.areas(known).map(|area| area.id).collect();
    lines_of(known.waiting.iter().filter(|group| areas.contains(&group.area_id)), &Seats::of(known))
}

/// How many of those wait without a confirmed industry.
pub fn unknown(known: &Known, scope: Scope) -> u64 {
    let areas: BTreeSet<Uuid> = scope.areas(known).map(|area| area.id).collect();
    let groups = known.waiting.iter().filter(|group| group.division.is_none() && areas.contains(&group.area_id));
    groups.map(|group| group.people.unsigned_abs()).sum()
}

/// The lines of these groups, with the seats within reach of them.
pub(super) fn lines_of<'a>(groups: impl Iterator<Item = &'a Waiting>, seats: &Seats) -> Vec<Line> {
    let mut lines: BTreeMap<&str, Line> = BTreeMap::new();
    let mut waiting: HashMap<&str, Need> = HashMap::new();
    for group in groups {
        let Some(division) = group.division.as_deref() else { continue };
        let Ok(industry) = IndustryCode::new(IndustrySystem::Db25, division) else { continue };
        let line = lines.entry(division).or_insert_with(|| Line {
            industry,
            people: 0,
            waiting: 0.0,
            since: group.since,
            free: 0.0,
            neighbours: 0.0,
            coming: 0.0,
            coming_on: Vec::new(),
            gap: 0.0,
        });
        line.people += group.people.unsigned_abs();
        line.waiting += group.parts;
        line.since = line.since.min(group.since);
        if let Some(place) = seats.place_of(group.area_id) {
            *waiting.entry(division).or_default().entry(place).or_default() += group.parts;
        }
    }
    for (division, line) in &mut lines {
        let offer = seats.offer(division, &waiting, NEIGHBOUR);
        line.gap = if offer.without < LEAST { 0.0 } else { offer.without };
        line.free = offer.free;
        line.neighbours = offer.neighbours;
        line.coming = offer.coming;
        line.coming_on = offer.coming_on;
    }
    lines.into_values().collect()
}
