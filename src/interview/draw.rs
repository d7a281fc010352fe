//! The rule by which a sample is drawn: whoever knows the seed and who there was draws the same.

use entity::interview_strata::Stratum;
use sea_orm::{ActiveEnum, prelude::Uuid};
use sha2::{Digest, Sha256};

/// The version of the rule. Another way to draw is another version; a sample keeps its own.
pub const RULE: i32 = 2;

/// Somebody who might be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The young person, the mentor, or whoever referred.
    pub id: Uuid,
    /// The course by which they are among those.
    pub course_id: Uuid,
    pub agrees: bool,
    pub is_minor: bool,
    /// They are invited and may yet answer, have said yes to another interview, or had one.
    pub is_asked: bool,
}

/// What was drawn of a stratum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// How many there were.
    pub frame: usize,
    pub without_consent: usize,
    pub minors: usize,
    pub asked_already: usize,
    /// In the order in which they were drawn.
    pub chosen: Vec<Candidate>,
}

/// Draws at most so many: those who agree, are 18 or older and are not asked already, in the order of the SHA-256 of seed, stratum
/// and id.
pub fn draw(seed: &str, stratum: Stratum, candidates: &[Candidate], wanted: usize) -> Drawn {
    let (agree, others): (Vec<&Candidate>, Vec<_>) = candidates.iter().partition(|candidate| candidate.agrees);
    let (minors, grown): (Vec<_>, Vec<_>) = agree.into_iter().partition(|candidate| candidate.is_minor);
    let (asked, mut chosen): (Vec<_>, Vec<_>) = grown.into_iter().partition(|candidate| candidate.is_asked);
    chosen.sort_by_cached_key(|candidate| place(seed, stratum, candidate.id));
    Drawn {
        frame: candidates.len(),
        without_consent: others.len(),
        minors: minors.len(),
        asked_already: asked.len(),
        chosen: chosen.into_iter().take(wanted).cloned().collect(),
    }
}

fn place(seed: &str, stratum: Stratum, id: Uuid) -> Vec<u8> {
    Sha256::digest(format!("{seed}\n{}\n{}", stratum.to_value(), id.hyphenated())).to_vec()
}
