//! The figures of a population, by the definitions of version 1.

use std::collections::{BTreeMap, HashSet};

use chrono::{Months, NaiveDate};
use entity::{
    courses::CourseClass,
    surveys::{ActivityStatus, SurveyKind},
};
use sea_orm::prelude::Uuid;
use serde::Serialize;

use super::{
    population::{CourseFacts, Population},
    rate::{Rate, four_decimals},
};
use crate::{course, survey::is_in_activity, word::Worded};

/// Everything that the report of a span says.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    pub referrals: u64,
    /// Referrals with at least one course.
    pub young_people_started: u64,
    pub referrals_not_started: u64,
    /// Courses matched on or before the as-of date.
    pub courses: u64,
    pub rematches: u64,
    pub completed: u64,
    pub interrupted: u64,
    pub ended_early: u64,
    /// Running, or ended after the as-of date.
    pub active: u64,
    pub interrupted_never_met: u64,
    pub interrupted_after_meeting: u64,
    /// Completed among all that ended.
    pub completion_rate: Rate,
    pub interruption_rate: Rate,
    /// Completed and followed by a rematch: no survey is due for these.
    pub completed_then_rematched: u64,
    /// One per young person: the base of both surveys.
    pub final_completed: u64,
    pub exit: ExitFigures,
    pub twelve_month: TwelveMonthFigures,
    pub by_partner: BTreeMap<String, PartnerFigures>,
    /// By `never_met` or `met`, and reason.
    pub interruption_reasons: BTreeMap<String, u64>,
    pub meetings_held: u64,
}

/// Activity at the end of the course.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct ExitFigures {
    pub known: u64,
    pub unknown: u64,
    pub in_activity: u64,
    pub seeking: u64,
    pub rate: Rate,
}

/// Activity twelve months after the end.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct TwelveMonthFigures {
    pub not_due: u64,
    pub due: u64,
    pub known: u64,
    pub unknown: u64,
    pub in_activity: u64,
    pub seeking: u64,
    /// In activity among those who answered.
    pub respondents: Rate,
    /// In activity at both surveys among those in activity at exit: who was not reached counts as not.
    pub retention: Rate,
    /// Answered among those due.
    pub response: Rate,
    /// Lowest and highest possible share of those due: all unknown out of activity, all in.
    pub bounds: [Option<f64>; 2],
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct PartnerFigures {
    pub referrals: u64,
    pub completed: u64,
    pub interrupted: u64,
    pub ended_early: u64,
    pub active: u64,
}

impl Default for Rate {
    fn default() -> Self {
        Self::of(0, 0)
    }
}

/// How a course stands at the as-of date: its class, or `None` while it is active.
pub fn class_at(facts: &CourseFacts, as_of: NaiveDate) -> Option<CourseClass> {
    facts.course.ended_on.filter(|ended| *ended <= as_of)?;
    course::class_of(&facts.course, facts.held)
}

/// Computes the figures.
pub fn figures(population: &Population) -> Figures {
    let mut figures = Figures { referrals: population.referrals.len() as u64, ..Figures::default() };
    for referral in population.referrals.values() {
        figures.by_partner.entry(referral.partner.clone()).or_default().referrals += 1;
    }
    let started: HashSet<Uuid> = population.courses.iter().map(|facts| facts.course.referral_id).collect();
    figures.young_people_started = started.len() as u64;
    figures.referrals_not_started = figures.referrals - figures.young_people_started;
    for facts in &population.courses {
        count_course(&mut figures, population, facts);
    }
    let ended = figures.completed + figures.interrupted + figures.ended_early;
    figures.completion_rate = Rate::of(figures.completed, ended);
    figures.interruption_rate = Rate::of(figures.interrupted, ended);
    count_surveys(&mut figures, population);
    figures
}

fn count_course(figures: &mut Figures, population: &Population, facts: &CourseFacts) {
    let partner = population.referrals.get(&facts.course.referral_id).map(|referral| referral.partner.clone());
    let by_partner = figures.by_partner.entry(partner.unwrap_or_default()).or_default();
    figures.courses += 1;
    figures.rematches += u64::from(facts.course.rematch_of.is_some());
    figures.meetings_held += u64::from(facts.held);
    match class_at(facts, population.span.as_of) {
        None => {
            figures.active += 1;
            by_partner.active += 1;
        }
        Some(CourseClass::Completed) => {
            figures.completed += 1;
            by_partner.completed += 1;
        }
        Some(CourseClass::EndedEarly) => {
            figures.ended_early += 1;
            by_partner.ended_early += 1;
        }
        Some(CourseClass::Interrupted) => {
            figures.interrupted += 1;
            by_partner.interrupted += 1;
            count_interruption(figures, facts);
        }
    }
}

fn count_interruption(figures: &mut Figures, facts: &CourseFacts) {
    let met = if facts.held == 0 {
        figures.interrupted_never_met += 1;
        "never_met"
    } else {
        figures.interrupted_after_meeting += 1;
        "met"
    };
    let reason =
        facts.course.interruption_reason.map_or_else(|| "unknown".to_owned(), |reason| reason.code().into_owned());
    *figures.interruption_reasons.entry(format!("{met}:{reason}")).or_default() += 1;
}

fn count_surveys(figures: &mut Figures, population: &Population) {
    let as_of = population.span.as_of;
    let (mut both, exit, twelve) = (0, &mut figures.exit, &mut figures.twelve_month);
    for facts in final_completed(population) {
        figures.final_completed += 1;
        let at_exit = known_status(facts, SurveyKind::Exit, as_of);
        count_known(at_exit, &mut exit.known, &mut exit.unknown, &mut exit.in_activity);
        if due_on(facts, SurveyKind::TwelveMonth).is_none_or(|due| due > as_of) {
            twelve.not_due += 1;
            continue;
        }
        twelve.due += 1;
        let later = known_status(facts, SurveyKind::TwelveMonth, as_of);
        count_known(later, &mut twelve.known, &mut twelve.unknown, &mut twelve.in_activity);
        both += u64::from(at_exit.is_some_and(is_in_activity) && later.is_some_and(is_in_activity));
    }
    figures.completed_then_rematched = figures.completed - figures.final_completed;
    exit.seeking = exit.known - exit.in_activity;
    exit.rate = Rate::of(exit.in_activity, exit.known);
    twelve.seeking = twelve.known - twelve.in_activity;
    twelve.respondents = Rate::of(twelve.in_activity, twelve.known);
    twelve.retention = Rate::of(both, exit.in_activity);
    twelve.response = Rate::of(twelve.known, twelve.due);
    let share = |count: u64| (twelve.due > 0).then(|| four_decimals(count as f64 / twelve.due as f64));
    twelve.bounds = [share(twelve.in_activity), share(twelve.in_activity + twelve.unknown)];
}

fn count_known(status: Option<ActivityStatus>, known: &mut u64, unknown: &mut u64, in_activity: &mut u64) {
    match status {
        Some(status) => {
            *known += 1;
            *in_activity += u64::from(is_in_activity(status));
        }
        None => *unknown += 1,
    }
}

/// The answer of a survey by the as-of date; "declined" and "don't know" are no answer.
pub fn known_status(facts: &CourseFacts, kind: SurveyKind, as_of: NaiveDate) -> Option<ActivityStatus> {
    let survey = facts.surveys.get(&kind)?;
    survey.answered_on.filter(|answered| *answered <= as_of)?;
    survey.status.filter(|status| !matches!(status, ActivityStatus::Declined | ActivityStatus::DontKnow))
}

/// The completed courses that no rematch followed: one per young person, the base of both surveys.
pub fn final_completed(population: &Population) -> impl Iterator<Item = &CourseFacts> {
    let rematched: HashSet<Uuid> = population.courses.iter().filter_map(|facts| facts.course.rematch_of).collect();
    let as_of = population.span.as_of;
    let completed = move |facts: &&CourseFacts| class_at(facts, as_of) == Some(CourseClass::Completed);
    population.courses.iter().filter(completed).filter(move |facts| !rematched.contains(&facts.course.id))
}

/// The day a survey is due: as written down, or the day the course ended, or the same calendar day twelve months later.
pub fn due_on(facts: &CourseFacts, kind: SurveyKind) -> Option<NaiveDate> {
    let months = match kind {
        SurveyKind::Exit => 0,
        SurveyKind::TwelveMonth => 12,
    };
    let written = facts.surveys.get(&kind).map(|survey| survey.due_on);
    written.or_else(|| facts.course.ended_on?.checked_add_months(Months::new(months)))
}
