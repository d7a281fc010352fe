//! Mentors as the match page shows them, in words.

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::{Candidate, Suggestions, explain::sentence, unlock::ways_out};
use crate::{language::Tr, word::Worded};

/// How many ways out the match page tells of.
const WAYS_TOLD: usize = 3;

/// What would let somebody near be proposed.
pub struct WaysOut {
    /// Each a mentor and what would have to change, in words; may be empty.
    pub changes: Vec<(Uuid, String)>,
}

impl WaysOut {
    pub fn new(tr: Tr, found: &Suggestions, today: NaiveDate) -> Option<Self> {
        let ways = ways_out(found, today)?.into_iter().take(WAYS_TOLD);
        let told = ways.map(|(facts, way)| {
            let key = format!("matching-unlock-{}", way.change.code());
            (facts.mentor.id, tr.t1(key, "name", facts.mentor.name.clone()))
        });
        Some(Self { changes: told.collect() })
    }
}

/// A mentor on the match page, in words.
pub struct Suggested {
    pub id: Uuid,
    pub name: String,
    pub occupation: String,
    pub employer: String,
    pub town: String,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    /// The one fact that rules the mentor out; empty when none does.
    pub why_not: String,
}

impl Suggested {
    pub fn new(tr: Tr, candidate: &Candidate) -> Self {
        let mentor = &candidate.mentor.mentor;
        let reasons = |wanted: bool| {
            let found = candidate.ranking.reasons.iter().filter(|reason| reason.speaks_for() == wanted);
            found.map(|reason| sentence(tr, reason)).collect()
        };
        Self {
            id: mentor.id,
            name: mentor.name.clone(),
            occupation: mentor.occupation.clone(),
            employer: mentor.employer.clone().unwrap_or_default(),
            town: mentor.town.clone().unwrap_or_default(),
            speaks_for: reasons(true),
            speaks_against: reasons(false),
            why_not: candidate.ruled_out.map(|why| why.sentence(tr)).unwrap_or_default(),
        }
    }
}
