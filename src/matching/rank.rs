//! The order of mentors for a young person, and the reasons: pure, from plain facts.

use serde::{Deserialize, Serialize};

use super::{Distance, industry_fit::IndustryFit};
use crate::industry::{self, IndustryCode, Nearness};

/// What each fact counts; together 100.
mod weight {
    pub const INDUSTRY: f64 = 58.0;
    pub const OCCUPATION: f64 = 10.0;
    pub const TEXT: f64 = 7.0;
    pub const DISTANCE: f64 = 10.0;
    pub const LANGUAGE: f64 = 5.0;
    pub const GENDER: f64 = 3.0;
    pub const AGE: f64 = 3.0;
    pub const LOAD: f64 = 4.0;
}

/// At this distance nearness counts nothing any more, in kilometres.
const OUT_OF_REACH_KM: f64 = 60.0;

/// The least fit that makes a neighbour of somebody: a hospital has a kitchen, and is no place for whoever wants to be a cook.
const NEIGHBOURING: f32 = 0.25;

/// What is known of a young person and a mentor when they are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairFacts<'f> {
    /// The best fit between wanted and practised trades, if any.
    pub industry: Option<IndustryFit<'f>>,
    /// How alike wish and occupation are, from 0 to 1.
    pub occupation: f32,
    /// How alike the wish and the mentor's keywords and strengths are, from 0 to 1.
    pub text: f32,
    /// The words of the wish that the mentor has too.
    pub shared_words: Vec<&'f str>,
    pub distance: Distance,
    /// Languages of both but Danish, by ISO 639-1 code.
    pub shared_languages: Vec<&'f str>,
    /// Whether both have said what they speak, and nothing of it is the same. It is told and not weighed: somebody may come along
    /// who speaks both.
    pub speak_apart: bool,
    /// Whether the mentor has the wished gender; none when there is no such wish.
    pub gender_as_wished: Option<bool>,
    /// Whether the mentor has the wished age; none when there is no such wish.
    pub age_as_wished: Option<bool>,
    /// When both have time in an ordinary week, as codes of [`crate::language::times`]; none when one of them has not said.
    /// It is told and not weighed: times can be talked about.
    pub shared_times: Option<Vec<&'f str>>,
    /// Whether the mentor lives, and works, where the young person would rather not have them from.
    pub is_from_unwished: bool,
    pub is_at_unwished: bool,
    pub free_seats: u32,
    pub seats: u32,
}

/// Something that speaks for or against a pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The very trade.
    SameTrade(IndustryCode),
    SameIndustry(IndustryCode),
    NeighbouringIndustry(IndustryCode),
    OtherIndustry,
    SharedWords(Vec<String>),
    Near {
        km: u32,
    },
    /// Farther than the two, or the scheme, would have it.
    Far {
        km: u32,
    },
    /// Too far to travel, but both would meet by video.
    ByVideo {
        km: u32,
    },
    DistanceUnknown,
    SharedLanguage(String),
    NoSharedLanguage,
    GenderAsWished,
    GenderNotAsWished,
    AgeAsWished,
    AgeNotAsWished,
    /// When both have time.
    SharedTimes(Vec<String>),
    NoSharedTime,
    FromUnwished,
    AtUnwished,
    FreeSeats {
        free: u32,
        seats: u32,
    },
}

impl Reason {
    /// Whether the reason speaks for the pair.
    pub fn speaks_for(&self) -> bool {
        match self {
            Self::SameTrade(_)
            | Self::SameIndustry(_)
            | Self::NeighbouringIndustry(_)
            | Self::SharedWords(_)
            | Self::Near { .. }
            | Self::ByVideo { .. }
            | Self::SharedLanguage(_)
            | Self::GenderAsWished
            | Self::AgeAsWished
            | Self::SharedTimes(_) => true,
            Self::FreeSeats { free, .. } => *free > 0,
            Self::OtherIndustry
            | Self::Far { .. }
            | Self::DistanceUnknown
            | Self::NoSharedLanguage
            | Self::GenderNotAsWished
            | Self::AgeNotAsWished
            | Self::NoSharedTime
            | Self::FromUnwished
            | Self::AtUnwished => false,
        }
    }
}

/// How well a pair fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// From 0 to 100. Equal facts give equal scores; order equal ones by the mentor's id.
    pub score: f64,
    /// The weightiest first.
    pub reasons: Vec<Reason>,
}

impl Ranking {
    /// Whether the mentor works in the industry that is wanted, or in one beside it.
    pub fn is_near(&self) -> bool {
        !self.reasons.contains(&Reason::OtherIndustry)
    }

    /// How far away the mentor is, when that is too far.
    pub fn too_far_km(&self) -> Option<u32> {
        self.reasons.iter().find_map(|reason| if let Reason::Far { km } = reason { Some(*km) } else { None })
    }

    /// Whether a plan may take the mentor: near in the trade, and not too far away.
    pub fn suits(&self) -> bool {
        self.is_near() && self.too_far_km().is_none()
    }
}

impl PairFacts<'_> {
    /// Whether the mentor works in the industry that is wanted, or in one beside it.
    pub fn is_near(&self) -> bool {
        self.industry.is_some_and(|fit| is_near(&fit))
    }

    /// How far away the mentor is, when that is too far.
    pub fn too_far_km(&self) -> Option<u32> {
        if let Distance::Far(km) = self.distance { Some(km) } else { None }
    }
}

/// Weighs the facts of a pair. The hard rules are not asked here.
pub fn rank(facts: &PairFacts) -> Ranking {
    Ranking { score: score(facts), reasons: reasons(facts) }
}

/// What the pair scores, without the reasons: many are weighed, and few are shown.
pub fn score(facts: &PairFacts) -> f64 {
    let fit = facts.industry.as_ref().map_or(0.0, |fit| f64::from(fit.score));
    let closeness = facts.distance.km().map_or(0.5, |km| 1.0 - (f64::from(km) / OUT_OF_REACH_KM).min(1.0));
    let language = if facts.shared_languages.is_empty() { 0.0 } else { 1.0 };
    let free = f64::from(facts.free_seats) / f64::from(facts.seats.max(1));
    weight::INDUSTRY * fit
        + weight::OCCUPATION * f64::from(facts.occupation)
        + weight::TEXT * f64::from(facts.text)
        + weight::DISTANCE * closeness
        + weight::LANGUAGE * language
        + weight::GENDER * wished(facts.gender_as_wished)
        + weight::AGE * wished(facts.age_as_wished)
        + weight::LOAD * free.min(1.0)
}

/// A wish that was not made neither helps nor harms.
fn wished(met: Option<bool>) -> f64 {
    met.map_or(0.5, |met| if met { 1.0 } else { 0.0 })
}

fn reasons(facts: &PairFacts) -> Vec<Reason> {
    let mut reasons = vec![industry_reason(facts.industry.as_ref())];
    if !facts.shared_words.is_empty() {
        reasons.push(Reason::SharedWords(owned(&facts.shared_words)));
    }
    reasons.extend(distance_reason(facts.distance));
    reasons.extend(owned(&facts.shared_languages).into_iter().map(Reason::SharedLanguage));
    reasons.extend(facts.speak_apart.then_some(Reason::NoSharedLanguage));
    reasons.extend(facts.gender_as_wished.map(
        |met| {
            if met { Reason::GenderAsWished } else { Reason::GenderNotAsWished }
        },
    ));
    reasons.extend(facts.age_as_wished.map(|met| if met { Reason::AgeAsWished } else { Reason::AgeNotAsWished }));
    reasons.extend(facts.shared_times.as_ref().map(|times| match times.is_empty() {
        true => Reason::NoSharedTime,
        false => Reason::SharedTimes(owned(times)),
    }));
    reasons.extend(facts.is_from_unwished.then_some(Reason::FromUnwished));
    reasons.extend(facts.is_at_unwished.then_some(Reason::AtUnwished));
    reasons.push(Reason::FreeSeats { free: facts.free_seats, seats: facts.seats });
    reasons
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn distance_reason(distance: Distance) -> Option<Reason> {
    match distance {
        Distance::Unasked => None,
        Distance::Unknown => Some(Reason::DistanceUnknown),
        Distance::Near(km) => Some(Reason::Near { km }),
        Distance::Far(km) => Some(Reason::Far { km }),
        Distance::ByVideo(km) => Some(Reason::ByVideo { km }),
    }
}

fn is_near(fit: &IndustryFit) -> bool {
    match fit.nearness {
        Nearness::SameTrade | Nearness::SameClass | Nearness::SameGroup | Nearness::Within | Nearness::SameDivision => {
            true
        }
        Nearness::Neighbouring(_) => fit.score >= NEIGHBOURING,
        Nearness::Related(_) | Nearness::SameSection | Nearness::Apart => false,
    }
}

fn industry_reason(fit: Option<&IndustryFit>) -> Reason {
    let Some(fit) = fit.filter(|fit| is_near(fit)) else {
        return Reason::OtherIndustry;
    };
    let mentors = fit.mentors.clone();
    match fit.nearness {
        Nearness::SameTrade if industry::names_a_trade(fit.wanted) && industry::names_a_trade(fit.mentors) => {
            Reason::SameTrade(mentors)
        }
        Nearness::SameTrade | Nearness::SameClass | Nearness::SameGroup | Nearness::Within | Nearness::SameDivision => {
            Reason::SameIndustry(mentors)
        }
        Nearness::Neighbouring(_) => Reason::NeighbouringIndustry(mentors),
        Nearness::Related(_) | Nearness::SameSection | Nearness::Apart => Reason::OtherIndustry,
    }
}
