//! Cases counted by what became of them, for each wave and each partner.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::surveys::SurveyKind;
use sea_orm::prelude::Uuid;

use super::{
    answered::Answered,
    case::{Case, Disposition, Group},
};
use crate::{
    clock::local_date,
    outcome::{
        figures::{due_on, final_completed},
        population::{CourseFacts, Population},
    },
    referral,
};

/// How many of each group, under the letters of the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Complete.
    pub i: u64,
    /// Partial.
    pub p: u64,
    /// Refusal and break-off.
    pub r: u64,
    /// Eligible and not contacted.
    pub nc: u64,
    /// Eligible, contacted or known of, and for another reason without an answer.
    pub o: u64,
    /// Of whom it is not known whether there is anybody at the address.
    pub uh: u64,
    /// Of whom it is otherwise not known whether they are eligible.
    pub uo: u64,
}

impl Tally {
    fn add(&mut self, group: Group) {
        let counted = match group {
            Group::Complete => &mut self.i,
            Group::Partial => &mut self.p,
            Group::Refusal => &mut self.r,
            Group::NonContact => &mut self.nc,
            Group::Other => &mut self.o,
            Group::Unknown => &mut self.uo,
        };
        *counted += 1;
    }

    /// Everybody counted.
    pub fn total(&self) -> u64 {
        let Self { i, p, r, nc, o, uh, uo } = *self;
        i + p + r + nc + o + uh + uo
    }
}

/// One wave of questions, at the end or twelve months later.
pub struct Wave {
    pub kind: SurveyKind,
    pub tally: Tally,
    pub by_partner: BTreeMap<String, Tally>,
    /// Why it is as it is; of each at least nought.
    pub dispositions: BTreeMap<Disposition, u64>,
    pub answered: Answered,
}

/// Both waves, as known on the day of the population. Whoever is not due is in none.
pub fn waves(population: &Population) -> [Wave; 2] {
    [SurveyKind::Exit, SurveyKind::TwelveMonth].map(|kind| wave(population, kind))
}

fn wave(population: &Population, kind: SurveyKind) -> Wave {
    let mut wave = Wave {
        kind,
        tally: Tally::default(),
        by_partner: BTreeMap::new(),
        dispositions: BTreeMap::new(),
        answered: Answered::default(),
    };
    for facts in final_completed(population) {
        let Some(due_on) = due_on(facts, kind).filter(|due| *due <= population.span.as_of) else { continue };
        let case = case_of(population, facts, (kind, due_on));
        let (disposition, partner) = (case.disposition(), partner_of(population, facts.course.referral_id));
        wave.tally.add(disposition.group());
        wave.by_partner.entry(partner).or_default().add(disposition.group());
        *wave.dispositions.entry(disposition).or_default() += 1;
        wave.answered.count(&case);
    }
    wave
}

fn case_of<'a>(
    population: &'a Population,
    facts: &'a CourseFacts,
    (kind, due_on): (SurveyKind, NaiveDate),
) -> Case<'a> {
    let attempts = population.attempts.get(&(facts.course.id, kind)).map_or(&[][..], Vec::as_slice);
    let referral = population.referrals.get(&facts.course.referral_id);
    let no_since = referral.and_then(|referral| referral.survey_no_since);
    let stopped_since = referral.and_then(|referral| referral.survey_stopped_at).map(local_date);
    let survey = facts.surveys.get(&kind);
    let answered_in = survey.and_then(|survey| population.languages.get(&survey.id)).map(String::as_str);
    let language = answered_in.or_else(|| referral.map(|referral| referral::asked_in(&referral.languages.0)));
    Case { due_on, as_of: population.span.as_of, survey, attempts, no_since, stopped_since, language }
}

fn partner_of(population: &Population, referral_id: Uuid) -> String {
    population.referrals.get(&referral_id).map(|referral| referral.partner.clone()).unwrap_or_default()
}
