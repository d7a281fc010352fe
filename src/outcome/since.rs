//! What came of the young people since they were referred: who came into activity, and how it went by how they suit the target
//! group. Each is known of some alone, and says of how many.

use std::collections::{BTreeMap, HashSet};

use entity::{
    courses::CourseClass,
    referrals::Fit,
    surveys::{ActivityStatus, SurveyKind},
};
use sea_orm::prelude::Uuid;

use super::{
    figures::{class_at, final_completed, known_status},
    population::{CourseFacts, Population, ReferralFacts},
    rate::Rate,
};
use crate::survey::is_in_activity;

/// By the courses of a population.
#[derive(Debug, PartialEq)]
pub struct Since {
    /// In activity at exit, among the final completed courses with a known exit status whose young person was known not to
    /// be in activity when they were referred.
    pub came_into_activity: Rate,
    /// Those of whom staff said it.
    pub by_fit: BTreeMap<Fit, OfFit>,
}

/// The young people who suit the target group alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfFit {
    pub referrals: u64,
    /// Of these with at least one course.
    pub started: u64,
    /// Completed among all their courses that ended.
    pub completion: Rate,
    /// In activity among those whose exit status is known.
    pub exit: Rate,
}

pub fn since(population: &Population) -> Since {
    let fits: HashSet<Fit> = population.referrals.values().filter_map(|referral| referral.fit).collect();
    Since {
        came_into_activity: came_into_activity(population),
        by_fit: fits.into_iter().map(|fit| (fit, of_fit(population, fit))).collect(),
    }
}

fn came_into_activity(population: &Population) -> Rate {
    let was_not = |facts: &&CourseFacts| {
        let before = referral_of(population, facts).and_then(|referral| referral.activity_at_referral);
        before.is_some_and(|status| is_known(status) && !is_in_activity(status))
    };
    exit_rate(population, final_completed(population).filter(was_not))
}

fn of_fit(population: &Population, fit: Fit) -> OfFit {
    let is_of_fit =
        |facts: &&CourseFacts| referral_of(population, facts).is_some_and(|referral| referral.fit == Some(fit));
    let started: HashSet<Uuid> =
        population.courses.iter().filter(is_of_fit).map(|facts| facts.course.referral_id).collect();
    let classes = population.courses.iter().filter(is_of_fit);
    let ended: Vec<CourseClass> = classes.filter_map(|facts| class_at(facts, population.span.as_of)).collect();
    let completed = ended.iter().filter(|class| **class == CourseClass::Completed).count();
    OfFit {
        referrals: population.referrals.values().filter(|referral| referral.fit == Some(fit)).count() as u64,
        started: started.len() as u64,
        completion: Rate::of(completed as u64, ended.len() as u64),
        exit: exit_rate(population, final_completed(population).filter(is_of_fit)),
    }
}

fn exit_rate<'a>(population: &Population, courses: impl Iterator<Item = &'a CourseFacts>) -> Rate {
    let known = courses.filter_map(|facts| known_status(facts, SurveyKind::Exit, population.span.as_of));
    let known: Vec<ActivityStatus> = known.collect();
    let in_activity = known.iter().filter(|status| is_in_activity(**status)).count();
    Rate::of(in_activity as u64, known.len() as u64)
}

fn referral_of<'a>(population: &'a Population, facts: &CourseFacts) -> Option<&'a ReferralFacts> {
    population.referrals.get(&facts.course.referral_id)
}

fn is_known(status: ActivityStatus) -> bool {
    !matches!(status, ActivityStatus::Declined | ActivityStatus::DontKnow)
}
