//! How well the order of mentors agrees with people's judgement: nDCG@10 over a graded set.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use brobyg::industry::{self, IndustryCode, Trade, Vocabulary};
use brobyg::matching::{self, PairFacts};
use brobyg::search::{self, Lexicon, MentorDocument, MentorIndex, MentorQuery};
use uuid::Uuid;

use crate::support::today;

mod sets;
mod wishes;

pub struct Mentor {
    pub number: String,
    pub occupation: String,
    /// In the mentor's own words.
    pub text: String,
    pub industries: Vec<IndustryCode>,
    pub trades: Vec<Trade>,
}

/// Mentors, and for each wish how well they fit it: from 1 to 3.
pub struct Set {
    pub mentors: Vec<Mentor>,
    pub judgements: BTreeMap<String, HashMap<String, u32>>,
}

#[test]
fn the_right_mentors_come_first() {
    let set = sets::graded("relevance");
    let measures = measured(&set);

    let weak: Vec<_> = measures.iter().filter(|(_, measure)| **measure < 0.9).collect();
    let mean = mean(measures.values());
    println!("nDCG@10 {mean:.4} over {} wishes; below 0.9: {weak:?}", measures.len());
    assert!(mean >= 0.90, "nDCG@10 is {mean:.4}; weak: {weak:?}");
}

/// nDCG@10 of each wish.
fn measured(set: &Set) -> BTreeMap<&str, f64> {
    let lexicon = Vocabulary::standard().lexicon();
    let index = indexed(&set.mentors, Arc::clone(lexicon));
    let measure = |wish, grades| ndcg(&order(wish, &set.mentors, &index, lexicon), grades);
    set.judgements.iter().map(|(wish, grades)| (wish.as_str(), measure(wish, grades))).collect()
}

fn mean<'m>(measures: impl ExactSizeIterator<Item = &'m f64>) -> f64 {
    let count = measures.len() as f64;
    measures.sum::<f64>() / count
}

fn indexed(mentors: &[Mentor], lexicon: Arc<Lexicon>) -> MentorIndex {
    let documents = mentors.iter().enumerate().map(|(place, mentor)| {
        let codes = mentor.industries.iter().chain(mentor.trades.iter().map(|trade| &trade.code));
        MentorDocument {
            id: Uuid::from_u128(place as u128),
            occupation: mentor.occupation.clone(),
            keywords: mentor.text.clone(),
            text: String::new(),
            industries: codes.flat_map(industry::index_terms).collect(),
            region: None,
            active: true,
        }
    });
    let index = MentorIndex::in_memory(lexicon).unwrap();
    index.replace_all(documents, 1, today()).unwrap();
    index
}

/// The mentors that a search finds, in the order that the facts give.
fn order(wish: &str, mentors: &[Mentor], index: &MentorIndex, lexicon: &Lexicon) -> Vec<String> {
    let wanted = industry::read(wish, Vocabulary::standard()).wanted();
    let terms = industry::search_terms(&wanted);
    let query = MentorQuery { wish: wish.into(), industries: terms, near: &[], active_only: true, limit: 200 };
    let mut found: Vec<(f64, &Mentor)> = index
        .search(&query)
        .unwrap()
        .into_iter()
        .map(|hit| &mentors[hit.id.as_u128() as usize])
        .map(|mentor| (score(wish, &wanted, mentor, lexicon), mentor))
        .collect();
    found.sort_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.number.cmp(&second.number)));
    found.into_iter().map(|(_, mentor)| mentor.number.clone()).collect()
}

fn score(wish: &str, wanted: &[Trade], mentor: &Mentor, lexicon: &Lexicon) -> f64 {
    let facts = PairFacts {
        industry: matching::industry_fit(wanted, &mentor.trades),
        occupation: search::likeness(wish, &mentor.occupation, lexicon).score,
        text: search::likeness(wish, &mentor.text, lexicon).score,
        free_seats: 1,
        seats: 1,
        ..PairFacts::default()
    };
    matching::rank(&facts).score
}

/// Normalised discounted cumulative gain of the first ten: gain 2^grade - 1, discount log2(rank + 1).
fn ndcg(order: &[String], grades: &HashMap<String, u32>) -> f64 {
    let gain = |grade: u32| f64::from(2_u32.pow(grade) - 1);
    let discounted = |grades: &[u32]| -> f64 {
        let ranked = grades.iter().take(10).enumerate();
        ranked.map(|(place, grade)| gain(*grade) / (place as f64 + 2.0).log2()).sum()
    };
    let found: Vec<u32> = order.iter().map(|mentor| grades.get(mentor).copied().unwrap_or(0)).collect();
    let mut ideal: Vec<u32> = grades.values().copied().collect();
    ideal.sort_unstable_by(|one, other| other.cmp(one));
    discounted(&found) / discounted(&ideal)
}
