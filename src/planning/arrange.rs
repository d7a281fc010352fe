//! The best set of pairs: pure, from who waits, who fits whom, and what people decided.

use std::collections::{HashMap, HashSet};

use assignment::{Problem, ProblemError};
use chrono::NaiveDate;
use entity::{Referral, planned_pairs::WhyLeft};
use sea_orm::prelude::Uuid;

use super::{cost, seats::Seats};
use crate::matching::{Ranking, RuledOut, Wanted};

/// What people decided about pairs, each a referral and a mentor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub locked: HashMap<Uuid, Uuid>,
    pub forbidden: HashSet<(Uuid, Uuid)>,
}

/// One who waits, and the mentors whom a plan may choose from.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub referral: Referral,
    /// What is wanted, as long as it is known.
    pub wanted: Option<Wanted>,
    /// Why nobody may be proposed to this one now, whoever fits.
    pub held_back: Option<WhyLeft>,
    /// The best first.
    pub choices: Vec<Choice>,
    /// Why there is nobody to choose, where there is nobody.
    pub nobody: WhyLeft,
    /// Whether a rule keeps the locked mentor from this one.
    pub is_lock_refused: bool,
    /// Who else came near: the best first, those ruled out last.
    pub near: Vec<Near>,
    /// The line of the plan before.
    pub before: Option<Before>,
}

/// What was planned before, as it was written.
#[derive(Clone, Debug)]
pub struct Before {
    pub line_id: Uuid,
    pub mentor_id: Option<Uuid>,
    pub why_left: Option<WhyLeft>,
    /// What the pair costs; nothing where there is none.
    pub cost: u32,
}

/// A mentor who may be proposed and works in the industry or near it, and what that costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub mentor_id: Uuid,
    pub cost: u32,
}

/// What is planned for one who waits.
#[derive(Clone, Debug)]
pub struct Line {
    pub referral: Referral,
    pub outcome: Outcome,
    /// Who else came near: the best first, then those too far away, those ruled out last.
    pub near: Vec<Near>,
}

#[derive(Clone, Debug)]
pub enum Outcome {
    Pair { mentor_id: Uuid, ranking: Ranking },
    Left(WhyLeft),
}

#[derive(Clone, Debug)]
pub struct Near {
    pub mentor_id: Uuid,
    pub score: f64,
    /// How far away the mentor is, when that is too far.
    pub too_far_km: Option<u32>,
    pub ruled_out: Option<RuledOut>,
}

/// Whether one who came near tells of why somebody is left: the fact that rules them out, the distance, that people said no
/// to the pair, or that others have their seats.
pub fn explains(why: WhyLeft, is_ruled_out: bool, is_far: bool, is_refused: bool) -> bool {
    match why {
        WhyLeft::RuledOut | WhyLeft::LockImpossible => is_ruled_out,
        WhyLeft::TooFar => is_far && !is_ruled_out,
        WhyLeft::Forbidden => is_refused,
        WhyLeft::Taken | WhyLeft::NobodyNear => !is_ruled_out && !is_far,
        WhyLeft::WishUnread | WhyLeft::TalkFirst | WhyLeft::Rests => false,
    }
}

/// The best set of pairs: a mentor for each, or why there is none. `waiting` are in the order of precedence.
pub fn arrange(
    waiting: &[Waiting],
    mut seats: Seats,
    decisions: &Decisions,
    today: NaiveDate,
) -> Result<Vec<Result<Uuid, WhyLeft>>, ProblemError> {
    let mut settle = |one: &Waiting| one.held_back.map(Err).or_else(|| one.lock(&mut seats, decisions));
    let settled: Vec<Option<Result<Uuid, WhyLeft>>> = waiting.iter().map(&mut settle).collect();
    let mut problem = Problem::new(seats.free());
    for (one, _) in waiting.iter().zip(&settled).filter(|(_, settled)| settled.is_none()) {
        let price = cost::of_leaving_out(one.referral.referred_on, today);
        let choices = one.allowed(decisions).filter_map(|choice| seats.column(choice.mentor_id).zip(Some(choice.cost)));
        problem.add_row(price, choices.map(|(column, cost)| assignment::Choice { column, cost }))?;
    }
    let mut columns = assignment::solve(&problem).columns.into_iter();
    let mut found = |one: &Waiting| {
        let mentor = columns.next().flatten().and_then(|column| seats.mentor(column));
        mentor.ok_or_else(|| one.why_left(decisions))
    };
    Ok(waiting.iter().zip(settled).map(|(one, settled)| settled.unwrap_or_else(|| found(one))).collect())
}

impl Waiting {
    /// Gives a locked pair its seat before anybody else is looked at.
    fn lock(&self, seats: &mut Seats, decisions: &Decisions) -> Option<Result<Uuid, WhyLeft>> {
        let mentor_id = *decisions.locked.get(&self.referral.id)?;
        let is_seated = !self.is_lock_refused && seats.take(mentor_id);
        Some(if is_seated { Ok(mentor_id) } else { Err(WhyLeft::LockImpossible) })
    }

    /// Whether a mentor is to be found for this one: nothing holds them back, and people have not chosen.
    pub(super) fn is_open(&self, decisions: &Decisions) -> bool {
        self.held_back.is_none() && !decisions.locked.contains_key(&self.referral.id)
    }

    pub(super) fn allowed(&self, decisions: &Decisions) -> impl Iterator<Item = &Choice> {
        let is_forbidden = |choice: &&Choice| decisions.forbidden.contains(&(self.referral.id, choice.mentor_id));
        self.choices.iter().filter(move |choice| !is_forbidden(choice))
    }

    fn why_left(&self, decisions: &Decisions) -> WhyLeft {
        if self.allowed(decisions).next().is_some() {
            WhyLeft::Taken
        } else if self.choices.is_empty() {
            self.nobody
        } else {
            WhyLeft::Forbidden
        }
    }

    /// Whether the plan before said the same.
    pub(super) fn stays(&self, found: &Result<Uuid, WhyLeft>) -> bool {
        let (mentor_id, why_left) = (found.as_ref().ok().copied(), found.as_ref().err().copied());
        self.before.as_ref().is_some_and(|before| (before.mentor_id, before.why_left) == (mentor_id, why_left))
    }

    /// What the outcome costs; without one, that of the plan before.
    pub fn paid(&self, outcome: Option<&Outcome>, today: NaiveDate) -> u64 {
        let kept = self.before.as_ref().filter(|before| before.mentor_id.is_some()).map(|before| before.cost);
        let cost = match outcome {
            Some(Outcome::Pair { ranking, .. }) => Some(cost::of_pair(ranking.score)),
            Some(Outcome::Left(_)) => None,
            None => kept,
        };
        u64::from(cost.unwrap_or_else(|| cost::of_leaving_out(self.referral.referred_on, today)))
    }
}
