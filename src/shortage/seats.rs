//! The seats, and who is within reach of them: pure, from what is known.

use std::{
    collections::{BTreeSet, HashMap},
    rc::Rc,
};

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::known::Known;
use crate::{
    industry,
    matching::{kept_km, reach_of},
};

/// The seats by industry, each group with the places that it is within reach of.
pub(super) struct Seats<'a> {
    /// The place of each area: areas of one partner, and partners of one town, have the same.
    place_of: HashMap<Uuid, usize>,
    free: HashMap<&'a str, Vec<Group>>,
    coming: HashMap<&'a str, Vec<Group>>,
}

/// A postcode, and how far the mentors there go when they have said.
type Whence<'a> = (Option<&'a str>, Option<i32>);

#[derive(Clone)]
struct Group {
    is_near: Rc<[bool]>,
    seats: f64,
    /// When they come free.
    on: Option<NaiveDate>,
}

/// What there is for those who wait for one industry.
#[derive(Default)]
pub(super) struct Offer {
    pub free: f64,
    pub neighbours: f64,
    pub coming: f64,
    pub coming_on: Vec<NaiveDate>,
    /// How many are left when nobody takes a seat that is too far away.
    pub without: f64,
}

/// How many wait for an industry, by place.
pub(super) type Need = HashMap<usize, f64>;

impl<'a> Seats<'a> {
    /// A mentor who has not said where is taken to be near, as in matching. What single people have said of the distance,
    /// and of video, is not counted here.
    pub(super) fn of(known: &'a Known) -> Self {
        let mut places: Vec<Option<&str>> = Vec::new();
        let mut place_of = HashMap::new();
        for area in &known.areas {
            let own = area.postcode.as_deref();
            let place = places.iter().position(|place| *place == own).unwrap_or_else(|| {
                places.push(own);
                places.len() - 1
            });
            place_of.insert(area.id, place);
        }
        let mut near: HashMap<Whence, Rc<[bool]>> = HashMap::new();
        let mut is_near = |mentors: &'a Option<String>, max_km: Option<i32>| -> Rc<[bool]> {
            let mentors = mentors.as_deref();
            let reach = reach_of([kept_km(max_km), None], known.reach_km);
            let within = |place: &Option<&str>| {
                let km = place.zip(mentors).and_then(|(place, mentors)| industry::distance_km(place, mentors));
                km.is_none_or(|km| km <= reach)
            };
            Rc::clone(near.entry((mentors, max_km)).or_insert_with(|| places.iter().map(within).collect()))
        };
        let (mut free, mut coming): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) = Default::default();
        for row in known.free.iter() {
            let group = Group { is_near: is_near(&row.postcode, row.max_km), seats: row.seats, on: None };
            free.entry(row.division.as_str()).or_default().push(group);
        }
        for row in known.ending.iter().filter(|row| row.seats > 0.0) {
            let group = Group { is_near: is_near(&row.postcode, row.max_km), seats: row.seats, on: Some(row.ends_on) };
            coming.entry(row.division.as_str()).or_default().push(group);
        }
        for groups in free.values_mut().chain(coming.values_mut()) {
            // Whoever reaches few is given away first, so that those who reach many are left for the others.
            groups.sort_by_key(|group| group.is_near.iter().filter(|near| **near).count());
        }
        Self { place_of, free, coming }
    }

    pub(super) fn place_of(&self, area: Uuid) -> Option<usize> {
        self.place_of.get(&area).copied()
    }

    /// What there is for those who wait for an industry, where so many wait for the others. A seat to spare in a
    /// neighbouring one counts as much as `neighbour`.
    pub(super) fn offer(&self, division: &str, waiting: &HashMap<&str, Need>, neighbour: f64) -> Offer {
        let Some(need) = waiting.get(division) else { return Offer::default() };
        let free = self.within(&self.free, division, need);
        let coming = self.within(&self.coming, division, need);
        let spare = |other: &&'static str| {
            let mut own = waiting.get(other).cloned().unwrap_or_default();
            let mut groups = self.free.get(other).cloned().unwrap_or_default();
            give(&mut own, &mut groups, 1.0);
            groups.into_iter().filter(|group| group.reaches(need)).collect::<Vec<_>>()
        };
        let spare: Vec<Group> = industry::neighbours(division).iter().flat_map(spare).collect();
        let days: BTreeSet<NaiveDate> = coming.iter().filter_map(|group| group.on).collect();
        let offer = Offer {
            free: sum(&free),
            neighbours: sum(&spare) * neighbour,
            coming: sum(&coming),
            coming_on: days.into_iter().collect(),
            without: 0.0,
        };
        let mut left = need.clone();
        for (mut groups, worth) in [(free, 1.0), (coming, 1.0), (spare, neighbour)] {
            give(&mut left, &mut groups, worth);
        }
        Offer { without: left.values().sum(), ..offer }
    }

    fn within(&self, groups: &HashMap<&str, Vec<Group>>, division: &str, need: &Need) -> Vec<Group> {
        let all = groups.get(division).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(|group| group.reaches(need)).cloned().collect()
    }
}

impl Group {
    fn reaches(&self, need: &Need) -> bool {
        need.keys().any(|place| self.is_near[*place])
    }
}

/// Of none it is 0; the standard sum of none is -0, and a page would say so.
fn sum(groups: &[Group]) -> f64 {
    groups.iter().fold(0.0, |all, group| all + group.seats)
}

/// Gives the seats to those within reach, first where most are left, until either is at an end.
fn give(left: &mut Need, groups: &mut [Group], worth: f64) {
    for group in groups {
        while group.seats > 0.0 {
            let near = left.iter_mut().filter(|(place, people)| group.is_near[**place] && **people > 0.0);
            let Some((_, people)) = near.max_by(|one, other| one.1.total_cmp(other.1).then(one.0.cmp(other.0))) else {
                break;
            };
            let given = people.min(group.seats * worth);
            *people -= given;
            group.seats -= given / worth;
        }
    }
}
