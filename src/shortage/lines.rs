//! The figures of each industry: pure, from what is known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::known::{Area, Known, Places, Waiting};
use crate::{
    industry::{self, IndustryCode, IndustrySystem},
    matching::{kept_km, reach_of},
};

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

    /// What has to be known of the mentors' places: those of an area or a partner count whom they can reach.
    pub fn places(&self) -> Places {
        if *self == Self::default() { Places::Together } else { Places::Apart }
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
    let place = scope.areas(known).next().and_then(|area| area.postcode.as_deref());
    let seats = Seats::within(known, place.filter(|_| scope.places() == Places::Apart));
    lines_of(known.waiting.iter().filter(|group| areas.contains(&group.area_id)), &seats)
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
    }
    let waiting: BTreeMap<&str, f64> = lines.iter().map(|(division, line)| (*division, line.waiting)).collect();
    for (division, line) in &mut lines {
        line.free = seats.free(division);
        line.neighbours = seats.of_neighbours(division, &waiting);
        (line.coming, line.coming_on) = seats.coming(division);
        let gap = line.waiting - line.free - line.neighbours - line.coming;
        line.gap = if gap < LEAST { 0.0 } else { gap };
    }
    lines.into_values().collect()
}

/// The seats within reach, by industry.
#[derive(Clone, Debug, Default)]
pub(super) struct Seats<'a> {
    free: HashMap<&'a str, f64>,
    coming: HashMap<&'a str, (f64, BTreeSet<NaiveDate>)>,
}

impl<'a> Seats<'a> {
    /// The seats within reach of a postcode; all of them when there is none. A mentor who has not said where is taken to
    /// be near, as in matching. What single people have said of the distance, and of video, is not counted here.
    pub(super) fn within(known: &'a Known, place: Option<&str>) -> Self {
        let mut away: HashMap<Option<&str>, Option<u32>> = HashMap::new();
        let mut is_near = |postcode: &'a Option<String>, max_km: Option<i32>| {
            let mentors = postcode.as_deref();
            let km = away.entry(mentors).or_insert_with(|| industry::distance_km(place?, mentors?));
            km.is_none_or(|km| km <= reach_of([kept_km(max_km), None], known.reach_km))
        };
        let mut seats = Self::default();
        for group in &known.free {
            if is_near(&group.postcode, group.max_km) {
                *seats.free.entry(&group.division).or_default() += group.seats;
            }
        }
        for group in known.ending.iter().filter(|group| group.seats > 0.0) {
            if is_near(&group.postcode, group.max_km) {
                let (coming, days) = seats.coming.entry(&group.division).or_default();
                *coming += group.seats;
                days.insert(group.ends_on);
            }
        }
        seats
    }

    pub(super) fn free(&self, division: &str) -> f64 {
        self.free.get(division).copied().unwrap_or_default()
    }

    fn coming(&self, division: &str) -> (f64, Vec<NaiveDate>) {
        let found = self.coming.get(division);
        found.map(|(seats, days)| (*seats, days.iter().copied().collect())).unwrap_or_default()
    }

    /// What the neighbours have to spare when those who wait for them have their seats.
    fn of_neighbours(&self, division: &str, waiting: &BTreeMap<&str, f64>) -> f64 {
        let to_spare = |other: &&'static str| {
            let own = waiting.get(other).copied().unwrap_or_default();
            (self.free(other) - own).max(0.0)
        };
        industry::neighbours(division).iter().map(to_spare).sum::<f64>() * NEIGHBOUR
    }
}
