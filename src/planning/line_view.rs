//! Somebody waiting, with what is planned and decided for them, in words.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{PairDecision, pair_decisions::DecisionKind};
use sea_orm::prelude::Uuid;

use super::{arrange::explains, rows::Row, stored::Facts};
use crate::{
    language::Tr,
    matching::sentence,
    word::{Choice, Worded},
};

/// How many of those near are named for somebody who is left out.
const NAMED: usize = 3;

/// Somebody waiting, in words.
pub struct LineView {
    pub pair_id: Uuid,
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub partner: String,
    pub wish: String,
    pub waiting_since: NaiveDate,
    /// The planned mentor with name and occupation.
    pub mentor: Option<(Uuid, String, String)>,
    /// Whether people agreed on the pair.
    pub is_locked: bool,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    pub why_left: String,
    /// Those near, each with the fact that rules them out, if one does.
    pub near: Vec<(String, String)>,
    /// The mentors to choose from, the planned one first.
    pub mentors: Vec<Choice>,
    /// Mentors that people have locked or forbidden and that are not planned.
    pub decided: Vec<DecidedView>,
    pub proposal_id: Option<Uuid>,
    /// Why it could not become a proposal.
    pub refusal: String,
}

/// A decision that can be taken back.
pub struct DecidedView {
    pub mentor_id: Uuid,
    pub name: String,
    pub is_lock: bool,
}

impl LineView {
    pub fn may_be_proposed(&self) -> bool {
        self.mentor.is_some() && self.proposal_id.is_none()
    }

    pub fn new(tr: Tr, row: Row, decisions: &[PairDecision], names: &HashMap<Uuid, String>) -> Self {
        let (pair, facts) = (&row.pair, Facts::read(&row.pair.facts));
        let name_of = |id: &Uuid| names.get(id).cloned().unwrap_or_default();
        let own = || decisions.iter().filter(|decision| decision.referral_id == pair.referral_id);
        let is_locked = |mentor: Uuid| own().any(|one| one.mentor_id == mentor && one.kind == DecisionKind::Locked);
        let refused: Vec<Uuid> =
            own().filter(|one| one.kind == DecisionKind::Forbidden).map(|one| one.mentor_id).collect();
        let decided = own().filter(|decision| Some(decision.mentor_id) != pair.mentor_id).map(|decision| DecidedView {
            mentor_id: decision.mentor_id,
            name: name_of(&decision.mentor_id),
            is_lock: decision.kind == DecisionKind::Locked,
        });
        let reasons = |wanted: bool| {
            let found = facts.reasons.iter().filter(|reason| reason.speaks_for() == wanted);
            found.map(|reason| sentence(tr, reason)).collect()
        };
        Self {
            pair_id: pair.id,
            referral_id: pair.referral_id,
            is_locked: pair.mentor_id.is_some_and(is_locked),
            decided: decided.collect(),
            speaks_for: reasons(true),
            speaks_against: reasons(false),
            why_left: pair.why_left.map(|why| why.label(tr)).unwrap_or_default(),
            near: near(tr, (&row, &facts), &refused, &name_of),
            mentors: mentors(tr, &row, &facts, &name_of),
            proposal_id: pair.proposal_id,
            refusal: pair.refusal.as_deref().map(|key| tr.t(key)).unwrap_or_default(),
            mentor: pair.mentor_id.map(|id| {
                (id, row.mentor_name.clone().unwrap_or_default(), row.occupation.clone().unwrap_or_default())
            }),
            young_person_id: row.young_person_id,
            name: row.name,
            partner: row.partner,
            wish: row.wish,
            waiting_since: row.referred_on,
        }
    }
}

/// For somebody left out: those taken by others, those too far away, those whom a fact rules out, or the pairs people refused.
fn near(
    tr: Tr,
    (row, facts): (&Row, &Facts),
    refused: &[Uuid],
    name_of: &impl Fn(&Uuid) -> String,
) -> Vec<(String, String)> {
    let wanted = facts.near.iter().filter(|near| {
        let is_refused = refused.contains(&near.mentor_id);
        let (is_ruled_out, is_far) = (near.ruled_out.is_some(), near.too_far_km.is_some());
        row.pair.why_left.is_some_and(|why| explains(why, is_ruled_out, is_far, is_refused))
    });
    wanted.take(NAMED).map(|near| (name_of(&near.mentor_id), near.why_not(tr))).collect()
}

/// The planned mentor, and whoever else may be proposed.
fn mentors(tr: Tr, row: &Row, facts: &Facts, name_of: &impl Fn(&Uuid) -> String) -> Vec<Choice> {
    let choice = |id: Uuid, name: String, score: f64, far: String| {
        let label = tr.t2("planning-other", "name", name, "score", format!("{score:.0}"));
        Choice::new(id.to_string(), if far.is_empty() { label } else { format!("{label}, {far}") })
    };
    let planned = row.pair.mentor_id;
    let own = planned.map(|id| choice(id, row.mentor_name.clone().unwrap_or_default(), facts.score, String::new()));
    let others = facts.near.iter().filter(|near| near.ruled_out.is_none() && Some(near.mentor_id) != planned);
    let others = others.map(|near| choice(near.mentor_id, name_of(&near.mentor_id), near.score, near.why_not(tr)));
    own.into_iter().chain(others).collect()
}

impl DecidedView {
    /// What taking the decision back is called.
    pub fn label(&self, tr: &Tr) -> String {
        let key = if self.is_lock { "planning-release-lock" } else { "planning-release-forbidden" };
        tr.t1(key, "name", self.name.clone())
    }
}
