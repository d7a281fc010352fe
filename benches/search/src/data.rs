//! The generated mentors and wishes, and what the product makes of them.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use brobyg::industry::{self, IndustryCode, Trade, Vocabulary};
use brobyg::matching;
use brobyg::search::{MentorDocument, MentorQuery};
use serde::{Deserialize, de::DeserializeOwned};
use uuid::Uuid;

const LIMIT: usize = 10;

/// A line of the file of mentors.
#[derive(Deserialize)]
pub struct Mentor {
    pub id: u128,
    pub occupation: String,
    keywords: String,
    text: String,
    pub industries: Vec<String>,
    region: String,
    seats: u32,
}

/// A line of the file of wishes.
#[derive(Deserialize)]
pub struct Wish {
    pub wish: String,
    /// Where the young person lives.
    postcode: Option<String>,
    /// Who was found before, to be weighed.
    #[serde(default)]
    pub found: Vec<u128>,
}

pub fn mentors(path: &Path) -> anyhow::Result<Vec<Mentor>> {
    lines(path)
}

pub fn wishes(path: &Path) -> anyhow::Result<Vec<Wish>> {
    lines(path)
}

fn lines<L: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<L>> {
    let lines = BufReader::new(File::open(path)?).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

/// The trades of a mentor, as matching sees them.
pub fn trades(mentor: &Mentor) -> Vec<Trade> {
    let confirmed: Vec<IndustryCode> = mentor.industries.iter().filter_map(|code| code.parse().ok()).collect();
    matching::mentor_trades(&confirmed, &mentor.occupation, "", Vocabulary::standard())
}

/// What the index holds of the mentors, as the product fills it.
pub fn documents(mentors: &[Mentor]) -> Vec<MentorDocument> {
    // Many mentors share an occupation, and reading it is no part of what is measured.
    let mut known: HashMap<(&str, &[String]), Vec<String>> = HashMap::new();
    let documents = mentors.iter().map(|mentor| {
        let terms = known
            .entry((mentor.occupation.as_str(), mentor.industries.as_slice()))
            .or_insert_with(|| index_terms(mentor));
        MentorDocument {
            id: Uuid::from_u128(mentor.id),
            occupation: mentor.occupation.clone(),
            keywords: mentor.keywords.clone(),
            text: mentor.text.clone(),
            industries: terms.clone(),
            region: Some(mentor.region.clone()),
            active: mentor.seats > 0,
        }
    });
    documents.collect()
}

fn index_terms(mentor: &Mentor) -> Vec<String> {
    let terms: BTreeSet<String> = trades(mentor).iter().flat_map(|trade| industry::index_terms(&trade.code)).collect();
    terms.into_iter().collect()
}

/// What the product asks the index for a wish that was read as these trades.
pub fn query(wish: &Wish, wanted: &[Trade]) -> MentorQuery {
    MentorQuery {
        wish: wish.wish.clone(),
        industries: industry::search_terms(wanted),
        near: wish.postcode.as_deref().map(industry::regions_from).unwrap_or_default(),
        active_only: true,
        limit: LIMIT,
    }
}
