//! Where a Danish postcode lies, near enough to say how far two people live apart.
//!
//! The places in `data/postcodes.tsv` are the towns' centres, right to about five kilometres.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{LazyLock, OnceLock};

const EARTH_RADIUS_KM: f64 = 6371.0;

/// The town of a postcode.
#[derive(Debug)]
pub struct Place {
    pub postcode: &'static str,
    pub town: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// From the centre of the earth, one long.
    direction: [f64; 3],
    /// All regions by how near they reach, once somebody has asked.
    regions: OnceLock<Vec<&'static str>>,
}

impl Place {
    /// The square of the straight line between two directions: of no unit, but quick to compare.
    fn squared_chord(&self, other: &Self) -> f64 {
        self.direction.iter().zip(&other.direction).map(|(one, other)| (one - other).powi(2)).sum()
    }
}

static PLACES: LazyLock<BTreeMap<&'static str, Place>> = LazyLock::new(|| {
    let rows = include_str!("data/postcodes.tsv").lines().skip(1);
    rows.filter_map(read_place).map(|place| (place.postcode, place)).collect()
});

/// The place of a postcode; for one that is not listed, the listed one before it in the same area
/// (its first two digits).
pub fn place(postcode: &str) -> Option<&'static Place> {
    let postcode = postcode.trim();
    if postcode.len() != 4 || !postcode.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (_, nearest) = PLACES.range::<str, _>((Bound::Unbounded, Bound::Included(postcode))).next_back()?;
    (nearest.postcode[..2] == postcode[..2]).then_some(nearest)
}

/// The farthest that somebody may name, in kilometres: from one end of the country to the other.
pub const FARTHEST_KM: i32 = 500;

/// How far two postcodes lie apart as the crow flies, in whole kilometres; none when one of them
/// is unknown.
pub fn distance_km(one: &str, other: &str) -> Option<u32> {
    let through_the_earth = place(one)?.squared_chord(place(other)?).sqrt();
    Some((EARTH_RADIUS_KM * 2.0 * (through_the_earth / 2.0).min(1.0).asin()).round() as u32)
}

/// The region of a postcode: its first two digits. None for what is no Danish postcode.
pub fn region_of(postcode: &str) -> Option<&str> {
    let postcode = postcode.trim();
    place(postcode)?;
    postcode.get(..2)
}

/// All regions, the one that reaches nearest to a postcode first. None for a postcode that is not known.
pub fn regions_from(postcode: &str) -> &'static [&'static str] {
    place(postcode).map(|here| here.regions.get_or_init(|| regions_by_distance(here)).as_slice()).unwrap_or_default()
}

fn regions_by_distance(here: &Place) -> Vec<&'static str> {
    let mut regions: Vec<(f64, &str)> = Vec::new();
    // The places stand in the order of their postcodes, so those of a region stand together.
    for place in PLACES.values() {
        let (far, region) = (here.squared_chord(place), &place.postcode[..2]);
        match regions.last_mut().filter(|(_, last)| *last == region) {
            Some((nearest, _)) => *nearest = nearest.min(far),
            None => regions.push((far, region)),
        }
    }
    regions.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    regions.into_iter().map(|(_, region)| region).collect()
}

fn read_place(row: &'static str) -> Option<Place> {
    let mut cells = row.split('\t');
    let (postcode, town) = (cells.next()?, cells.next()?);
    let (latitude, longitude): (f64, f64) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    let (up, around) = (latitude.to_radians(), longitude.to_radians());
    let direction = [up.cos() * around.cos(), up.cos() * around.sin(), up.sin()];
    Some(Place { postcode, town, latitude, longitude, direction, regions: OnceLock::new() })
}
