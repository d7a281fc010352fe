//! How far apart two are, and whether that is too far for them.

use entity::Mentor;

use super::Wanted;
use crate::industry;

/// The way between the two postcodes, beside what the two and the scheme say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Distance {
    /// Nobody asked for a place.
    #[default]
    Unasked,
    /// One of the two has not said where. They count as near.
    Unknown,
    Near(u32),
    Far(u32),
    /// Too far to travel, but both would meet by video.
    ByVideo(u32),
}

impl Distance {
    pub(super) fn between(wanted: &Wanted, mentor: &Mentor) -> Self {
        let Some(reach_km) = wanted.reach_km else { return Self::Unasked };
        let places = wanted.postcode.as_deref().zip(mentor.postcode.as_deref());
        let Some(km) = places.and_then(|(one, other)| industry::distance_km(one, other)) else { return Self::Unknown };
        if km <= reach_of([wanted.max_km, kept_km(mentor.max_km)], reach_km) {
            Self::Near(km)
        } else if wanted.by_video && mentor.video == Some(true) {
            Self::ByVideo(km)
        } else {
            Self::Far(km)
        }
    }

    pub fn km(self) -> Option<u32> {
        match self {
            Self::Unasked | Self::Unknown => None,
            Self::Near(km) | Self::Far(km) | Self::ByVideo(km) => Some(km),
        }
    }
}

/// How far the two may be apart: the least that one of them has said, or what the scheme says where neither has.
pub fn reach_of(said: [Option<u32>; 2], scheme_km: u32) -> u32 {
    said.into_iter().flatten().min().unwrap_or(scheme_km)
}

/// Kilometres as the database keeps them.
pub fn kept_km(kept: Option<i32>) -> Option<u32> {
    kept.and_then(|km| u32::try_from(km).ok())
}
