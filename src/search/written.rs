//! The index as it is written, read by a search: which terms there are, and who has them.

use std::collections::BTreeSet;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Searcher, SegmentReader};

use super::document::{Fields, MentorDocument, as_id};
use super::error::SearchError;
use super::place::Place;
use super::query::MentorHit;
use super::tally::Tally;
use super::want::Want;

pub struct Written {
    pub searcher: Searcher,
    pub fields: Fields,
}

/// What is looked for, and among whom.
pub struct Asked<'q> {
    pub wants: &'q [Want],
    pub places: &'q [Place<'q>],
    /// Whether only those count who take part.
    pub active_only: bool,
}

impl Asked<'_> {
    /// Whether a mentor is one of those among whom is looked.
    pub fn is_about(&self, mentor: &MentorDocument) -> bool {
        (mentor.active || !self.active_only) && self.places.iter().any(|place| place.holds(mentor))
    }
}

impl Written {
    /// How many mentors there are.
    pub fn count(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// How many in a place have a term; those who are taken out are counted until the library tidies up.
    pub fn count_having(&self, place: Place, term: &str) -> Result<u64, SearchError> {
        Ok(self.searcher.doc_freq(&place.term(self.fields, term))?)
    }

    pub fn count_everywhere(&self, term: &str) -> Result<u64, SearchError> {
        self.count_having(Place::Everywhere, term)
    }

    /// The terms that one letter too many, too few or other, or two changed about, makes of a stem.
    pub fn slips_of(&self, stem: &str) -> Result<BTreeSet<String>, SearchError> {
        let slips = FuzzyTermQuery::new(Place::Everywhere.term(self.fields, stem), 1, true).automaton()?;
        let mut found = BTreeSet::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.everywhere)?;
            let mut terms = index.terms().search(&slips).into_stream()?;
            while terms.advance() {
                found.extend(String::from_utf8(terms.key().to_vec()));
            }
        }
        Ok(found)
    }

    /// The best, in no order; all of them where equal ones are more than `most`.
    pub fn hits(&self, asked: &Asked, most: usize) -> Result<Vec<MentorHit>, SearchError> {
        let mut hits = Vec::new();
        for segment in self.searcher.segment_readers() {
            let mut scores = self.scores(segment, asked)?;
            keep_best(&mut scores, most);
            let ids = segment.fast_fields().ip_addr(Fields::ID)?;
            let hit = |(document, score)| Some(MentorHit { id: as_id(ids.first(document)?), score });
            hits.extend(scores.into_iter().filter_map(hit));
        }
        Ok(hits)
    }

    /// What the mentors of a segment score who have anything that is wanted.
    fn scores(&self, segment: &SegmentReader, asked: &Asked) -> Result<Vec<(DocId, f32)>, SearchError> {
        let mut tally = Tally::default();
        for want in asked.wants {
            tally.next_want();
            for place in asked.places {
                let index = segment.inverted_index(place.field(self.fields))?;
                for form in &want.forms {
                    let Some(term) = index.get_term_info(&place.term(self.fields, &form.term))? else { continue };
                    let having = index.read_block_postings_from_terminfo(&term, IndexRecordOption::WithFreqs)?;
                    tally.count(having, form.counts);
                }
            }
        }
        let taking_part = segment.fast_fields().bool(Fields::ACTIVE)?;
        // Whoever is found in a region takes part.
        let is_asked = asked.active_only && asked.places.contains(&Place::Everywhere);
        let takes_part = |document| !is_asked || taking_part.first(document) == Some(true);
        let counts = |document| !segment.is_deleted(document) && takes_part(document);
        Ok(tally.scores().filter(|(document, _)| counts(*document)).collect())
    }
}

/// Leaves out whoever scores less than the last of the best.
fn keep_best(scores: &mut Vec<(DocId, f32)>, most: usize) {
    if most == 0 {
        scores.clear();
    } else if scores.len() > most {
        let (_, (_, least), _) = scores.select_nth_unstable_by(most - 1, |one, other| other.1.total_cmp(&one.1));
        let least = *least;
        scores.retain(|(_, score)| *score >= least);
    }
}
