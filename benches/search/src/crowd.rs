//! Mentors as the search sees them, without an index: their terms by number, and what each counts.

use std::collections::{BTreeMap, HashMap};

use brobyg::industry::Vocabulary;
use brobyg::search::danish;

use crate::data::{self, Mentor};

pub struct Person {
    pub id: u128,
    pub active: bool,
    pub region: String,
    /// Words and industries by number, each with what it counts: thrice in the occupation, twice in the keywords.
    terms: BTreeMap<u32, u32>,
}

impl Person {
    pub fn is_in(&self, region: Option<&str>) -> bool {
        self.active && region.is_none_or(|region| self.region == region)
    }

    /// What a term counts; 0 for who has it not.
    pub fn times(&self, term: u32) -> u32 {
        self.terms.get(&term).copied().unwrap_or_default()
    }
}

pub struct Crowd {
    pub people: Vec<Person>,
    /// Every term that anybody has.
    pub numbers: HashMap<String, u32>,
}

impl Crowd {
    pub fn new(mentors: &[Mentor]) -> Self {
        let mut crowd = Self { people: Vec::new(), numbers: HashMap::new() };
        let mut words: HashMap<String, Vec<u32>> = HashMap::new();
        for document in data::documents(mentors) {
            let mut terms = BTreeMap::new();
            for (text, counts) in [(&document.text, 1), (&document.keywords, 2), (&document.occupation, 3)] {
                terms.extend(crowd.terms(text, &mut words).into_iter().map(|term| (term, counts)));
            }
            terms.extend(document.industries.iter().map(|code| (crowd.number(code), 1)));
            let region = document.region.unwrap_or_default();
            crowd.people.push(Person { id: document.id.as_u128(), active: document.active, region, terms });
        }
        crowd
    }

    fn terms(&mut self, text: &str, words: &mut HashMap<String, Vec<u32>>) -> Vec<u32> {
        let mut terms = Vec::new();
        for word in danish::words(text) {
            if let Some(known) = words.get(word) {
                terms.extend(known);
                continue;
            }
            let folded = danish::fold(word);
            let mut all = vec![self.number(&danish::stem(&folded))];
            all.extend(Vocabulary::standard().lexicon().parts(&folded).iter().map(|part| self.number(part)));
            terms.extend(&all);
            words.insert(word.to_owned(), all);
        }
        terms
    }

    fn number(&mut self, term: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(term.to_owned()).or_insert(next)
    }

    /// How much it tells that somebody has a term: the fewer have it, the more, as in BM25.
    pub fn tells(&self, term: u32) -> f32 {
        let having = self.people.iter().filter(|person| person.times(term) > 0).count() as f32;
        let lacking = self.people.len() as f32 - having;
        (1.0 + (lacking + 0.5) / (having + 0.5)).ln()
    }
}
