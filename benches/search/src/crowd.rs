//! Mentors as the search sees them, without an index: their terms by number, and how a term scores.

use std::collections::HashMap;

use brobyg::industry::Vocabulary;
use brobyg::search::danish;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::Bm25Weight;

use crate::data::{self, Mentor};

/// Occupation, keywords and text, and what a word counts that stands there.
pub const TEXTS: [f32; 3] = [3.0, 2.0, 1.0];

pub struct Person {
    pub id: u128,
    pub active: bool,
    pub region: String,
    pub texts: [Vec<u32>; 3],
    pub industries: Vec<u32>,
}

impl Person {
    pub fn is_in(&self, region: Option<&str>) -> bool {
        region.is_none_or(|region| self.active && self.region == region)
    }

    /// What a term scores that stands so often in the text with this number.
    pub fn score(&self, text: usize, term: u32, weight: &Bm25Weight) -> f32 {
        let frequency = self.texts[text].iter().filter(|own| **own == term).count();
        if frequency == 0 {
            return 0.0;
        }
        let length = FieldNormReader::fieldnorm_to_id(as_u32(self.texts[text].len()));
        weight.score(length, as_u32(frequency))
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
            let texts = [&document.occupation, &document.keywords, &document.text];
            let texts = texts.map(|text| crowd.terms(text, &mut words));
            let industries = document.industries.iter().map(|code| crowd.number(code)).collect();
            let region = document.region.unwrap_or_default();
            crowd.people.push(Person { id: document.id.as_u128(), active: document.active, region, texts, industries });
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
        let next = as_u32(self.numbers.len());
        *self.numbers.entry(term.to_owned()).or_insert(next)
    }

    /// How a term scores in a text, among all people or among those who take part in a region.
    pub fn weight(&self, region: Option<&str>, text: usize, term: u32) -> Bm25Weight {
        let has = |person: &&Person| person.is_in(region) && person.texts[text].contains(&term);
        let having = self.people.iter().filter(has).count() as u64;
        let counted = self.people.iter().filter(|person| region.is_none() || person.active);
        let terms: usize = counted.map(|person| person.texts[text].len()).sum();
        let usual_length = terms as f32 / self.people.len() as f32;
        Bm25Weight::for_one_term_without_explain(having, self.people.len() as u64, usual_length)
    }
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
