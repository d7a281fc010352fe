//! What a project promised, and what came of it, each by its rule.

use std::collections::HashSet;

use entity::Project;

use super::{Figures, Population, catalogue::Value, population::ReferralFacts};
use crate::language::Tr;

/// The names of the targets in files, and the middle of the keys of their title and rule.
pub const RULES: [(&str, &str); 5] = [
    ("young_people", "young-people"),
    ("areas", "areas"),
    ("continuing_areas", "continuing-areas"),
    ("exit_percent", "exit"),
    ("twelve_month_percent", "twelve-month"),
];

/// A promise beside its result.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub name: &'static str,
    pub key: &'static str,
    /// A count, or per cent.
    pub promised: u64,
    /// A count, a rate, or not known.
    pub result: Value,
}

impl Target {
    pub fn title(&self, tr: Tr) -> String {
        tr.t(format!("outcome-target-{}", self.key))
    }

    /// How the result is counted.
    pub fn rule(&self, tr: Tr) -> String {
        tr.t(format!("outcome-target-{}-rule", self.key))
    }

    /// Whether as much came of it as was promised; a rate of nobody meets no promise.
    pub fn is_met(&self) -> bool {
        match self.result {
            Value::Count(count) => count >= self.promised,
            Value::Rate(rate) => rate.denominator > 0 && rate.numerator * 100 >= self.promised * rate.denominator,
            Value::Span(..) | Value::Unknown => false,
        }
    }
}

/// The targets that the project has, in the order of [`RULES`].
pub fn targets(project: &Project, population: &Population, figures: &Figures) -> Vec<Target> {
    let (areas, continuing) = areas(population);
    let promised: [(Option<i32>, Value); RULES.len()] = [
        (project.target_young_people, Value::Count(figures.referrals)),
        (project.target_areas, Value::Count(areas)),
        (project.target_continuing_areas, continuing),
        (project.target_exit_percent, Value::Rate(figures.exit.rate)),
        (project.target_twelve_month_percent, Value::Rate(figures.twelve_month.retention)),
    ];
    let target = |((name, key), (promised, result)): ((&'static str, &'static str), (Option<i32>, Value))| {
        Some(Target { name, key, promised: u64::try_from(promised?).ok()?, result })
    };
    RULES.into_iter().zip(promised).filter_map(target).collect()
}

/// How many housing areas referred somebody, and how many of those go on. That is not known before an agreement with one
/// of them has been written down.
fn areas(population: &Population) -> (u64, Value) {
    let areas_that = |stand_so: fn(&ReferralFacts) -> bool| {
        let referrals = population.referrals.values().filter(|referral| stand_so(referral));
        referrals.map(|referral| referral.housing_area_id).collect::<HashSet<_>>().len() as u64
    };
    let going_on = match areas_that(|referral| referral.has_agreement) {
        0 => Value::Unknown,
        _ => Value::Count(areas_that(|referral| referral.goes_on)),
    };
    (areas_that(|_| true), going_on)
}
