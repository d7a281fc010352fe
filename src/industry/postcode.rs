//! Where a Danish postcode lies, near enough to say how far two people live apart.
//!
//! The places in `data/postcodes.tsv` are the towns' centres, right to about five kilometres.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

const EARTH_RADIUS_KM: f64 = 6371.0;

/// The town of a postcode.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub postcode: &'static str,
    pub town: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
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

/// How far two postcodes lie apart as the crow flies, in whole kilometres; none when one of them
/// is unknown.
pub fn distance_km(one: &str, other: &str) -> Option<u32> {
    let (one, other) = (place(one)?, place(other)?);
    let (north, far_north) = (one.latitude.to_radians(), other.latitude.to_radians());
    let up = ((far_north - north) / 2.0).sin().powi(2);
    let along = ((other.longitude - one.longitude).to_radians() / 2.0).sin().powi(2);
    let angle = 2.0 * (up + north.cos() * far_north.cos() * along).sqrt().min(1.0).asin();
    Some((EARTH_RADIUS_KM * angle).round() as u32)
}

/// The region of a postcode: its first two digits. None for what is no Danish postcode.
pub fn region_of(postcode: &str) -> Option<&str> {
    let postcode = postcode.trim();
    place(postcode)?;
    postcode.get(..2)
}

/// All regions, the one that reaches nearest to a postcode first; equally near ones by number. None for a postcode that is
/// not known.
pub fn regions_from(postcode: &str) -> Vec<&'static str> {
    let mut nearest: BTreeMap<&'static str, u32> = BTreeMap::new();
    for place in PLACES.keys() {
        let Some(distance) = distance_km(postcode, place) else { return Vec::new() };
        let region = nearest.entry(&place[..2]).or_insert(distance);
        *region = distance.min(*region);
    }
    let mut regions: Vec<_> = nearest.into_iter().map(|(region, distance)| (distance, region)).collect();
    regions.sort_unstable();
    regions.into_iter().map(|(_, region)| region).collect()
}

fn read_place(row: &'static str) -> Option<Place> {
    let mut cells = row.split('\t');
    Some(Place {
        postcode: cells.next()?,
        town: cells.next()?,
        latitude: cells.next()?.parse().ok()?,
        longitude: cells.next()?.parse().ok()?,
    })
}
