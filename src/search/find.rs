//! From a wish to the mentors whose words and industries fit.

use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByString};
use tantivy::{Order, Searcher};
use uuid::Uuid;

use super::document::Fields;
use super::error::SearchError;
use super::fresh::Fresh;
use super::generation::Generation;
use super::lexicon::Lexicon;
use super::place::Place;
use super::query::{self, INDUSTRY, MentorHit, MentorQuery};
use super::wish::{self, Word};

/// Up to so many mentors, looking everywhere costs no more than looking in one region after the other.
const FEW: u64 = 5_000;

pub fn search(
    generation: &Generation,
    fresh: &Fresh,
    lexicon: &Lexicon,
    query: &MentorQuery,
) -> Result<Vec<MentorHit>, SearchError> {
    let (searcher, fields) = (generation.searcher(), generation.fields);
    let words = wish::words(&searcher, fields, fresh, lexicon, &query.wish)?;
    let look = Look { searcher, fields, fresh, words, query };
    if query.limit == 0 {
        return Ok(Vec::new());
    }
    match look.nearby()? {
        Some(enough) => Ok(enough),
        None => look.at(Place::Everywhere),
    }
}

struct Look<'q> {
    searcher: Searcher,
    fields: Fields,
    fresh: &'q Fresh,
    words: Vec<Word>,
    query: &'q MentorQuery,
}

impl Look<'_> {
    /// The best of the nearest regions that have enough good mentors together; none when all of them have too few.
    fn nearby(&self) -> Result<Option<Vec<MentorHit>>, SearchError> {
        if !self.query.active_only || self.searcher.num_docs() <= FEW {
            return Ok(None);
        }
        let good = self.good();
        let mut found: Vec<MentorHit> = Vec::new();
        for region in &self.query.near {
            found.extend(self.at(Place::Region(region))?);
            if found.iter().filter(|hit| hit.score >= good).count() >= self.query.limit {
                return Ok(Some(best(found, self.query.limit)));
            }
        }
        Ok(None)
    }

    /// The score from which a mentor is as good as one who has the wanted industry itself.
    fn good(&self) -> f32 {
        self.query.industries.iter().map(|(_, weight)| weight * INDUSTRY).fold(0.0, f32::max)
    }

    /// The best in a place, the best first; equal ones by id.
    fn at(&self, place: Place) -> Result<Vec<MentorHit>, SearchError> {
        let mut hits = self.written_at(place)?;
        let asked = (place, self.query.active_only);
        hits.extend(self.fresh.hits(&self.searcher, self.fields, asked, &self.words, &self.query.industries)?);
        Ok(best(hits, self.query.limit))
    }

    /// The best of what is written, without those who changed since.
    fn written_at(&self, place: Place) -> Result<Vec<MentorHit>, SearchError> {
        let wanted = query::wanted(&self.searcher, self.fields, place, &self.words, &self.query.industries)?;
        let Some(mut wanted) = wanted else {
            return Ok(Vec::new());
        };
        if self.query.active_only && place == Place::Everywhere {
            wanted = query::taking_part(self.fields, wanted);
        }
        let order = (SortBySimilarityScore, (SortByString::for_field(Fields::ID), Order::Asc));
        let most = self.query.limit + self.fresh.len();
        let written = self.searcher.search(&wanted, &TopDocs::with_limit(most).order_by(order))?;
        let written = written.into_iter().filter_map(|((score, id), _)| {
            let id = Uuid::parse_str(&id?).ok()?;
            (!self.fresh.overrules(&id)).then_some(MentorHit { id, score })
        });
        Ok(written.collect())
    }
}

fn best(mut hits: Vec<MentorHit>, limit: usize) -> Vec<MentorHit> {
    hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
    hits.truncate(limit);
    hits
}
