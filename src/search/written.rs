//! The index as it is written, read by a search: which terms there are, and who has them.

use std::collections::BTreeSet;
use std::net::Ipv6Addr;
use std::sync::Arc;

use tantivy::fastfield::Column;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Searcher, SegmentReader};

use super::document::{Fields, MentorDocument, as_id};
use super::error::SearchError;
use super::place::{Look, Place};
use super::query::MentorHit;
use super::tally::Tally;
use super::want::Want;

/// Cheap to clone.
#[derive(Clone)]
pub struct Written {
    searcher: Searcher,
    fields: Fields,
    /// Of each segment, in the order of the searcher.
    columns: Arc<[Columns]>,
}

/// Who the mentors of a segment are, by document. Opening it takes longer than most searches: ids lie far apart, and every
/// gap between them is read.
struct Columns {
    ids: Column<Ipv6Addr>,
    taking_part: Column<bool>,
}

impl Columns {
    fn of(segment: &SegmentReader) -> Result<Self, SearchError> {
        let fields = segment.fast_fields();
        Ok(Self { ids: fields.ip_addr(Fields::ID)?, taking_part: fields.bool(Fields::ACTIVE)? })
    }
}

/// What is looked for, and among whom.
pub struct Asked<'q> {
    pub wants: &'q [Want],
    pub looks: &'q [Look<'q>],
    /// Whether only those count who take part.
    pub active_only: bool,
}

impl Asked<'_> {
    /// Whether a mentor is one of those among whom is looked.
    pub fn is_about(&self, mentor: &MentorDocument) -> bool {
        (mentor.active || !self.active_only) && self.looks.iter().any(|look| look.place.holds(mentor))
    }

    /// What a mentor scores with whom a term counts so many times.
    pub fn score(&self, mentor: &MentorDocument, times: impl Fn(&str) -> u32) -> f32 {
        let here: Vec<&Look> = self.looks.iter().filter(|look| look.place.holds(mentor)).collect();
        let score = |want| {
            let forms = here.iter().flat_map(|look| look.forms(want));
            forms.map(|form| form.counts * times(&form.term) as f32).fold(0.0, f32::max)
        };
        self.wants.iter().map(score).sum()
    }
}

impl Written {
    pub fn open(searcher: Searcher, fields: Fields) -> Result<Self, SearchError> {
        let columns: Result<Vec<Columns>, SearchError> = searcher.segment_readers().iter().map(Columns::of).collect();
        Ok(Self { columns: columns?.into(), searcher, fields })
    }

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
        for (segment, columns) in self.searcher.segment_readers().iter().zip(&*self.columns) {
            let best = self.best((segment, columns), asked, most)?;
            let hit = |(document, score)| Some(MentorHit { id: as_id(columns.ids.first(document)?), score });
            hits.extend(best.into_iter().filter_map(hit));
        }
        Ok(hits)
    }

    /// The best mentors of a segment, and what they score.
    fn best(
        &self,
        (segment, columns): (&SegmentReader, &Columns),
        asked: &Asked,
        most: usize,
    ) -> Result<Vec<(DocId, f32)>, SearchError> {
        // Whoever is found in a region takes part.
        let is_asked = asked.active_only && asked.looks.iter().any(|look| look.place == Place::Everywhere);
        let takes_part = |document| !is_asked || columns.taking_part.first(document) == Some(true);
        Tally::of_segment(segment.max_doc(), |tally| {
            self.tally(segment, asked, tally)?;
            Ok(tally.best(most, |document| !segment.is_deleted(document) && takes_part(document)))
        })
    }

    /// Counts everybody in a segment who has anything that is wanted.
    fn tally(&self, segment: &SegmentReader, asked: &Asked, tally: &mut Tally) -> Result<(), SearchError> {
        for want in asked.wants {
            tally.next_want();
            for look in asked.looks {
                let index = segment.inverted_index(look.place.field(self.fields))?;
                for form in look.forms(want) {
                    let Some(term) = index.get_term_info(&look.place.term(self.fields, &form.term))? else { continue };
                    let having = index.read_block_postings_from_terminfo(&term, IndexRecordOption::WithFreqs)?;
                    tally.count(having, form.counts);
                }
            }
        }
        Ok(())
    }
}
