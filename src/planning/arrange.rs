//! The best set of pairs: pure, from who waits, who fits whom, and what people decided.

use std::collections::{BTreeMap, HashMap, HashSet};

use assignment::{Choice, Problem, ProblemError};
use chrono::NaiveDate;
use entity::{Referral, planned_pairs::WhyLeft};
use sea_orm::prelude::Uuid;

use super::cost;
use crate::{
    matching::{Market, Ranking, RuledOut, Weighed},
    referral::{self, HeldBack},
};

/// How many mentors each may be paired with.
const MOST_CHOICES: usize = 50;
/// How many of those near are remembered for the page, of those who fit, of those too far away and of those ruled out.
const REMEMBERED: usize = 8;
const REMEMBERED_FAR: usize = 3;
const REMEMBERED_RULED_OUT: usize = 3;

/// What people decided about pairs, each a referral and a mentor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub locked: HashMap<Uuid, Uuid>,
    pub forbidden: HashSet<(Uuid, Uuid)>,
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

/// One who waits, and the mentors near.
struct Waiting<'a> {
    referral: &'a Referral,
    /// Whether the wish names a trade at all.
    is_read: bool,
    /// Why nobody may be proposed to this one now, whoever fits.
    held_back: Option<WhyLeft>,
    weighed: &'a [Weighed],
}

/// The best set of pairs, and its cost. `waiting` are in the order of precedence, each with whether the wish is read;
/// the market was weighed for them in that order.
pub fn arrange<'a>(
    waiting: &'a [(Referral, bool)],
    market: &'a Market,
    decisions: &Decisions,
    today: NaiveDate,
) -> Result<(Vec<Line>, u64), ProblemError> {
    let each = waiting.iter().zip(&market.weighed);
    let one = |((referral, is_read), weighed): (&'a (Referral, bool), &'a Vec<Weighed>)| Waiting {
        held_back: referral::held_back(referral, today).map(why_held_back),
        is_read: *is_read,
        referral,
        weighed,
    };
    let waiting: Vec<Waiting> = each.map(one).collect();
    let mut seats = Seats::of(market);
    let settled = |one: &Waiting| one.held_back.map(Outcome::Left).or_else(|| seats.lock(one, decisions));
    let locked: Vec<Option<Outcome>> = waiting.iter().map(settled).collect();
    let mut problem = Problem::new(seats.free.clone());
    for (one, _) in waiting.iter().zip(&locked).filter(|(_, locked)| locked.is_none()) {
        let price = cost::of_leaving_out(one.referral.referred_on, today);
        problem.add_row(price, one.choices(decisions).filter_map(|pair| seats.choice(pair)))?;
    }
    let found = assignment::solve(&problem);
    let mut columns = found.columns.into_iter();
    let mut total = found.cost;
    let mut lines = Vec::new();
    for (one, locked) in waiting.iter().zip(locked) {
        let outcome = match locked {
            Some(outcome) => {
                total += one.paid(&outcome, today);
                outcome
            }
            None => one.outcome(columns.next().flatten().and_then(|column| seats.mentor(column)), decisions),
        };
        lines.push(Line { referral: one.referral.clone(), outcome, near: one.near(decisions) });
    }
    Ok((lines, total))
}

/// The free seats by mentor, in the order of the mentors' references.
struct Seats {
    mentors: Vec<Uuid>,
    free: Vec<u32>,
    columns: HashMap<Uuid, u32>,
}

impl Seats {
    fn of(market: &Market) -> Self {
        let by_reference: BTreeMap<&str, Uuid> =
            market.mentors.values().map(|facts| (facts.mentor.reference.as_str(), facts.mentor.id)).collect();
        let mentors: Vec<Uuid> = by_reference.into_values().collect();
        let free = mentors.iter().map(|id| market.mentors.get(id).map_or(0, |facts| facts.seats.free())).collect();
        Self { free, columns: mentors.iter().copied().zip(0..).collect(), mentors }
    }

    fn mentor(&self, column: u32) -> Option<Uuid> {
        self.mentors.get(column as usize).copied()
    }

    fn choice(&self, pair: &Weighed) -> Option<Choice> {
        let column = *self.columns.get(&pair.mentor_id)?;
        Some(Choice { column, cost: cost::of_pair(pair.ranking.score) })
    }

    /// Gives a locked pair its seat before anybody else is looked at.
    fn lock(&mut self, one: &Waiting, decisions: &Decisions) -> Option<Outcome> {
        let mentor_id = *decisions.locked.get(&one.referral.id)?;
        let pair = one.weighed.iter().find(|pair| pair.mentor_id == mentor_id && pair.ruled_out.is_none());
        let free = self.columns.get(&mentor_id).map(|column| &mut self.free[*column as usize]);
        match (pair, free.filter(|free| **free > 0)) {
            (Some(pair), Some(free)) => {
                *free -= 1;
                Some(Outcome::Pair { mentor_id, ranking: pair.ranking.clone() })
            }
            _ => Some(Outcome::Left(WhyLeft::LockImpossible)),
        }
    }
}

impl Waiting<'_> {
    /// Those who may be proposed and work in the industry or near it. Others are for people to choose, not for a plan.
    fn fits(&self) -> impl Iterator<Item = &Weighed> {
        self.weighed.iter().filter(|pair| pair.ruled_out.is_none() && pair.ranking.suits())
    }

    fn choices(&self, decisions: &Decisions) -> impl Iterator<Item = &Weighed> {
        self.fits().filter(|pair| !self.is_forbidden(pair, decisions)).take(MOST_CHOICES)
    }

    fn is_forbidden(&self, pair: &Weighed, decisions: &Decisions) -> bool {
        decisions.forbidden.contains(&(self.referral.id, pair.mentor_id))
    }

    fn outcome(&self, mentor_id: Option<Uuid>, decisions: &Decisions) -> Outcome {
        let pair = mentor_id.and_then(|id| self.weighed.iter().find(|pair| pair.mentor_id == id));
        match pair {
            Some(pair) => Outcome::Pair { mentor_id: pair.mentor_id, ranking: pair.ranking.clone() },
            None => Outcome::Left(self.why_left(decisions)),
        }
    }

    fn why_left(&self, decisions: &Decisions) -> WhyLeft {
        if self.choices(decisions).next().is_some() {
            WhyLeft::Taken
        } else if self.fits().next().is_some() {
            WhyLeft::Forbidden
        } else if !self.is_read {
            WhyLeft::WishUnread
        } else if self.weighed.iter().any(|pair| pair.ruled_out.is_none() && pair.ranking.is_near()) {
            WhyLeft::TooFar
        } else if self.weighed.iter().any(|pair| pair.ranking.is_near()) {
            WhyLeft::RuledOut
        } else {
            WhyLeft::NobodyNear
        }
    }

    fn paid(&self, outcome: &Outcome, today: NaiveDate) -> u64 {
        u64::from(match outcome {
            Outcome::Pair { ranking, .. } => cost::of_pair(ranking.score),
            Outcome::Left(_) => cost::of_leaving_out(self.referral.referred_on, today),
        })
    }

    fn near(&self, decisions: &Decisions) -> Vec<Near> {
        let locked = decisions.locked.get(&self.referral.id);
        let near = |pair: &Weighed| Near {
            mentor_id: pair.mentor_id,
            score: pair.ranking.score,
            too_far_km: pair.ranking.too_far_km(),
            ruled_out: pair.ruled_out,
        };
        let open = self.weighed.iter().filter(|pair| pair.ruled_out.is_none());
        let (far, within): (Vec<_>, Vec<_>) = open.partition(|pair| pair.ranking.too_far_km().is_some());
        let far = far.into_iter().filter(|pair| pair.ranking.is_near()).take(REMEMBERED_FAR);
        let fits = within.into_iter().take(REMEMBERED).chain(far).map(near);
        let ruled_out = self.weighed.iter().filter(|pair| pair.ruled_out.is_some());
        let (asked_for, others): (Vec<_>, Vec<_>) = ruled_out.partition(|pair| Some(&pair.mentor_id) == locked);
        let others = others.into_iter().filter(|pair| pair.ranking.is_near()).take(REMEMBERED_RULED_OUT);
        fits.chain(asked_for.into_iter().chain(others).map(near)).collect()
    }
}

/// Whether one who came near tells of why somebody is left: the fact that rules them out, the distance, or that others
/// have their seats.
pub fn explains(why: WhyLeft, is_ruled_out: bool, is_far: bool) -> bool {
    match why {
        WhyLeft::RuledOut | WhyLeft::LockImpossible => is_ruled_out,
        WhyLeft::TooFar => is_far && !is_ruled_out,
        WhyLeft::Taken | WhyLeft::Forbidden | WhyLeft::NobodyNear => !is_ruled_out && !is_far,
        WhyLeft::WishUnread | WhyLeft::TalkFirst | WhyLeft::Rests => false,
    }
}

fn why_held_back(why: HeldBack) -> WhyLeft {
    match why {
        HeldBack::TalkFirst(_) => WhyLeft::TalkFirst,
        HeldBack::Rests(_) => WhyLeft::Rests,
    }
}
