//! Mentors who changed since the index was last written: found at once, and in place of what the index holds of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{Bm25StatisticsProvider, Bm25Weight};
use tantivy::{Searcher, Term};
use uuid::Uuid;

use super::document::{Fields, MentorDocument, MentorTerms, TEXTS};
use super::error::SearchError;
use super::lexicon::Lexicon;
use super::place::Place;
use super::query::{INDUSTRY, MentorHit};
use super::wish::Word;

/// What the index is to take in next. Cheap to clone.
#[derive(Clone, Default)]
pub struct Fresh {
    changes: BTreeMap<Uuid, Change>,
    /// The number of the last change taken.
    pub sequence: u64,
}

#[derive(Clone)]
struct Change {
    sequence: u64,
    /// None: the mentor was removed.
    mentor: Option<Arc<FreshMentor>>,
}

struct FreshMentor {
    document: MentorDocument,
    terms: MentorTerms,
}

impl Fresh {
    pub fn take(&mut self, lexicon: &Lexicon, changed: &[MentorDocument], removed: &[Uuid], sequence: u64) {
        self.sequence = self.sequence.max(sequence);
        for id in removed {
            self.changes.insert(*id, Change { sequence, mentor: None });
        }
        for document in changed {
            let mentor = FreshMentor { document: document.clone(), terms: MentorTerms::new(lexicon, document) };
            self.changes.insert(document.id, Change { sequence, mentor: Some(Arc::new(mentor)) });
        }
    }

    /// Forgets what the index has taken in up to a change.
    pub fn forget(&mut self, up_to_sequence: u64) {
        self.changes.retain(|_, change| change.sequence > up_to_sequence);
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether what the index holds of a mentor is out of date.
    pub fn overrules(&self, id: &Uuid) -> bool {
        self.changes.contains_key(id)
    }

    /// The changed mentors, and the ids of the removed ones.
    pub fn parts(&self) -> (Vec<MentorDocument>, Vec<Uuid>) {
        let removed = self.changes.iter().filter(|(_, change)| change.mentor.is_none()).map(|(id, _)| *id);
        (self.mentors().map(|mentor| mentor.document.clone()).collect(), removed.collect())
    }

    /// Whether a changed mentor has the term.
    pub fn knows(&self, term: &str) -> bool {
        self.mentors().any(|mentor| mentor.terms.of.iter().flatten().any(|own| own == term))
    }

    /// The changed mentors in a place who have a word or an industry, scored as the index will score them. A misspelt word
    /// finds them once the index has taken them in.
    pub fn hits(
        &self,
        searcher: &Searcher,
        fields: Fields,
        (place, active_only): (Place, bool),
        words: &[Word],
        industries: &[(String, f32)],
    ) -> Result<Vec<MentorHit>, SearchError> {
        let mut hits = Vec::new();
        let is_asked = |mentor: &MentorDocument| place.holds(mentor) && (mentor.active || !active_only);
        for mentor in self.mentors().filter(|mentor| is_asked(&mentor.document)) {
            let mut score = mentor.best_industry(industries);
            for word in words {
                score += mentor.best_form(searcher, fields, place, word)?;
            }
            if score > 0.0 {
                hits.push(MentorHit { id: mentor.document.id, score });
            }
        }
        Ok(hits)
    }

    fn mentors(&self) -> impl Iterator<Item = &FreshMentor> {
        self.changes.values().filter_map(|change| change.mentor.as_deref())
    }
}

impl FreshMentor {
    fn best_industry(&self, industries: &[(String, f32)]) -> f32 {
        let own = industries.iter().filter(|(code, _)| self.document.industries.contains(code));
        own.map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max)
    }

    fn best_form(&self, searcher: &Searcher, fields: Fields, place: Place, word: &Word) -> Result<f32, SearchError> {
        let mut best = 0.0_f32;
        for text in TEXTS {
            let terms = &self.terms.of[text.number];
            for form in &word.forms {
                let frequency = terms.iter().filter(|term| **term == form.term).count();
                if frequency > 0 {
                    let length = FieldNormReader::fieldnorm_to_id(as_u32(terms.len()));
                    let weight = bm25(searcher, &place.text_term(fields, text, &form.term))?;
                    best = best.max(text.counts * form.counts * weight.score(length, as_u32(frequency)));
                }
            }
        }
        Ok(best)
    }
}

/// How the index scores a term. An index without mentors knows no usual length of a text.
fn bm25(searcher: &Searcher, term: &Term) -> Result<Bm25Weight, SearchError> {
    let mentors = searcher.total_num_docs()?;
    let usual_length = searcher.total_num_tokens(term.field())? as f32 / mentors.max(1) as f32;
    Ok(Bm25Weight::for_one_term_without_explain(searcher.doc_freq(term)?, mentors, usual_length.max(1.0)))
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
