//! Mentors as the match page shows them, in words.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::proposals::ProposalMethod;
use sea_orm::prelude::Uuid;

use super::{Candidate, Suggestions, explain::sentence, unlock::ways_out};
use crate::{
    course::{LastCourse, OfMentor},
    language::Tr,
    mentor::last_course,
    word::Worded,
};

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
    /// How staff come upon the mentor here.
    pub found: ProposalMethod,
    pub name: String,
    pub occupation: String,
    pub employer: String,
    pub town: String,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    /// Every fact that rules the mentor out; empty when none does.
    pub ruled_out: Vec<String>,
    /// That the mentor is too far away, and how far; empty when that is not so.
    pub too_far: String,
    /// How many courses run, and how many seats are taken.
    pub load: String,
    /// Until when the last course ran, or that one runs.
    pub last_course: String,
    /// May be empty.
    pub strengths: String,
    /// What the course that ended last came to, with its id.
    pub came_to: Option<(Uuid, String)>,
    /// Whether the mentor was chosen to stand beside another.
    pub is_compared: bool,
}

impl Suggested {
    pub fn new(tr: Tr, candidate: &Candidate, found: ProposalMethod, courses: &HashMap<Uuid, OfMentor>) -> Self {
        let mentor = &candidate.mentor.mentor;
        let own = courses.get(&mentor.id).copied().unwrap_or_default();
        let reasons = |wanted: bool| {
            let found = candidate.ranking.reasons.iter().filter(|reason| reason.speaks_for() == wanted);
            found.map(|reason| sentence(tr, reason)).collect()
        };
        let too_far = candidate.ranking.too_far_km().map(|km| tr.t1("matching-too-far", "km", km));
        Self {
            id: mentor.id,
            found,
            name: mentor.name.clone(),
            occupation: mentor.occupation.clone(),
            employer: mentor.employer.clone().unwrap_or_default(),
            town: mentor.town.clone().unwrap_or_default(),
            speaks_for: reasons(true),
            speaks_against: reasons(false),
            ruled_out: candidate.against.iter().map(|why| why.sentence(tr)).collect(),
            too_far: too_far.unwrap_or_default(),
            load: load(tr, candidate, own.running),
            last_course: last_course(tr, &candidate.mentor.signs),
            strengths: mentor.strengths.joined(),
            came_to: own.last.map(|last| (last.id, came_to(tr, &last))),
            is_compared: false,
        }
    }

    /// Everything that stands in the way of the pair, the distance included.
    pub fn stands_against(&self) -> Vec<&str> {
        let far = Some(self.too_far.as_str()).filter(|far| !far.is_empty());
        self.ruled_out.iter().map(String::as_str).chain(far).collect()
    }
}

fn load(tr: Tr, candidate: &Candidate, running: u32) -> String {
    let seats = candidate.mentor.seats;
    let numbers = [("running", running.into()), ("held", seats.held.into()), ("seats", seats.offered.into())];
    tr.with("matching-load", numbers)
}

/// How the course counts, why where that was said, and when it ended.
fn came_to(tr: Tr, last: &LastCourse) -> String {
    let (class, on) = (last.class.label(tr), tr.date(&last.ended_on));
    match last.reason {
        Some(reason) => {
            let reason = reason.label_as(tr, "course-reason");
            let told = [("class", class.into()), ("reason", reason.into()), ("date", on.into())];
            tr.with("matching-came-to-because", told)
        }
        None => tr.t2("matching-came-to", "class", class, "date", on),
    }
}
