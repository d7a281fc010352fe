//! The figures of each housing area: pure, from what is known.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::{
    known::{Area, Known, Waiting},
    lines::{Line, lines_of},
    seats::Seats,
};
use crate::industry::IndustryCode;

/// One housing area: who waits there, and what there is within reach of them.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaLine {
    pub area: Area,
    /// Everybody who waits, also without a confirmed industry.
    pub waiting: u64,
    pub since: NaiveDate,
    /// Free seats within reach in the industries that are wished there.
    pub free: f64,
    /// For how many there is no room within reach; the industries together.
    pub gap: f64,
    /// The industry in which most are missing, if any are.
    pub most_missing: Option<IndustryCode>,
}

/// The areas where somebody waits, by name.
pub fn area_lines(known: &Known) -> Vec<AreaLine> {
    let mut groups: HashMap<Uuid, Vec<&Waiting>> = HashMap::new();
    for group in &known.waiting {
        groups.entry(group.area_id).or_default().push(group);
    }
    let seats = Seats::of(known);
    let line = |area: &Area, groups: Vec<&Waiting>| {
        let lines = lines_of(groups.iter().copied(), &seats);
        let most: Option<&Line> = lines.iter().max_by(|one, other| one.gap.total_cmp(&other.gap));
        Some(AreaLine {
            waiting: groups.iter().map(|group| group.parts).sum::<f64>().round() as u64,
            since: groups.iter().map(|group| group.since).min()?,
            free: lines.iter().map(|line| line.free).sum(),
            gap: lines.iter().map(|line| line.gap).sum(),
            most_missing: most.filter(|line| line.gap > 0.0).map(|line| line.industry.clone()),
            area: area.clone(),
        })
    };
    let mut found = Vec::new();
    for area in &known.areas {
        let Some(groups) = groups.remove(&area.id) else { continue };
        found.extend(line(area, groups));
    }
    found
}
