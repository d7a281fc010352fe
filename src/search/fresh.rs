//! Mentors who changed since the index was last written: found at once, and in place of what the index holds of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use super::analyser::Analyser;
use super::document::{MentorDocument, MentorTerms};
use super::lexicon::Lexicon;
use super::query::MentorHit;
use super::written::Asked;

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
        let mut analyser = Analyser::new(lexicon);
        for document in changed {
            let mentor = FreshMentor { document: document.clone(), terms: MentorTerms::new(&mut analyser, document) };
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
        self.mentors().any(|mentor| mentor.terms.count(term) > 0)
    }

    /// The changed mentors who have anything that is wanted, scored as the index will score them. A misspelt word finds
    /// them once the index has taken them in.
    pub fn hits(&self, asked: &Asked) -> Vec<MentorHit> {
        let hit = |mentor: &FreshMentor| {
            let score = asked.score(&mentor.document, |term| mentor.terms.count(term));
            MentorHit { id: mentor.document.id, score }
        };
        let asked_for = self.mentors().filter(|mentor| asked.is_about(&mentor.document));
        asked_for.map(hit).filter(|hit| hit.score > 0.0).collect()
    }

    fn mentors(&self) -> impl Iterator<Item = &FreshMentor> {
        self.changes.values().filter_map(|change| change.mentor.as_deref())
    }
}
