//! Which single change helps the most people: pure, from whom each change would suit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use assignment::{Choice, Problem, ProblemError};
use sea_orm::prelude::Uuid;

use crate::{
    matching::{Change, Unlock},
    word::Worded,
};

/// Leaving one without is dearer than whatever all the others could choose instead.
const WITHOUT: u32 = assignment::MAX_COST;
const DEAREST: u32 = WITHOUT / 1_000;

/// Somebody whom nobody suits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stuck {
    /// The mentors whom one change would let be proposed, each by a change of their own.
    pub mentors: BTreeSet<Uuid>,
}

/// A change, and whom it would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub change: Change,
    /// Where it is made: one mentor, or several at whom the same is made at once.
    pub mentors: Vec<Uuid>,
    /// How many could then have a mentor at once: no more than there are seats.
    pub helped: u32,
    /// How many would then have somebody suggested.
    pub suggested: u32,
}

/// The steps, those that help the most people first. What is done at several mentors at once is one step where it helps
/// more people than any of them alone. Equal ones stand in the order of the mentors' references.
pub fn ranked(
    stuck: &[Stuck],
    unlocks: &HashMap<Uuid, Unlock>,
    references: &HashMap<Uuid, &str>,
) -> Result<Vec<Step>, ProblemError> {
    let mut people: BTreeMap<(&str, Uuid), u32> = BTreeMap::new();
    for id in stuck.iter().flat_map(|one| &one.mentors) {
        *people.entry((references.get(id).copied().unwrap_or_default(), *id)).or_default() += 1;
    }
    let single = people.into_iter().filter_map(|((_, id), suggested)| {
        let unlock = unlocks.get(&id)?;
        let helped = suggested.min(unlock.seats);
        Some(Step { change: unlock.change, mentors: vec![id], helped, suggested })
    });
    let mut steps: Vec<Step> = single.collect();
    sort(&mut steps);
    for change in Change::all() {
        let alone: Vec<&Step> = steps.iter().filter(|step| step.change == change).collect();
        let best = alone.iter().map(|step| step.helped).max().unwrap_or_default();
        let mentors: Vec<Uuid> = alone.iter().flat_map(|step| step.mentors.iter().copied()).collect();
        let step = together(stuck, unlocks, change, &mentors)?;
        steps.extend(Some(step).filter(|step| step.helped > best && step.mentors.len() > 1));
    }
    sort(&mut steps);
    Ok(steps)
}

/// Stable: equal ones keep their order.
fn sort(steps: &mut [Step]) {
    steps.sort_by_key(|step| std::cmp::Reverse((step.helped, step.suggested)));
}

/// The same change at all of these mentors, who are in the order of whom they help: as many people as possible get one
/// of their seats, and those further down are left out where they are not needed.
fn together(
    stuck: &[Stuck],
    unlocks: &HashMap<Uuid, Unlock>,
    change: Change,
    mentors: &[Uuid],
) -> Result<Step, ProblemError> {
    let columns: HashMap<Uuid, u32> = mentors.iter().copied().zip(0..).collect();
    let places = mentors.iter().map(|id| unlocks.get(id).map_or(0, |unlock| unlock.seats)).collect();
    let mut problem = Problem::new(places);
    for one in stuck {
        let of_change = one.mentors.iter().filter_map(|id| columns.get(id));
        problem.add_row(WITHOUT, of_change.map(|column| Choice { column: *column, cost: (*column).min(DEAREST) }))?;
    }
    let found = assignment::solve(&problem).columns;
    let used: BTreeSet<u32> = found.iter().flatten().copied().collect();
    let used: Vec<Uuid> = used.into_iter().filter_map(|column| mentors.get(column as usize).copied()).collect();
    let suggested = stuck.iter().filter(|one| used.iter().any(|id| one.mentors.contains(id))).count();
    Ok(Step {
        change,
        helped: found.iter().flatten().count().try_into().unwrap_or(u32::MAX),
        suggested: suggested.try_into().unwrap_or(u32::MAX),
        mentors: used,
    })
}
