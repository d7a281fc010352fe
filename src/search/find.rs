//! From a wish to the mentors whose words and industries fit.

use super::error::SearchError;
use super::fresh::Fresh;
use super::lexicon::Lexicon;
use super::place;
use super::query::{MentorHit, MentorQuery};
use super::want;
use super::written::{Asked, Written};

/// The best, the best first; equal ones by id.
pub fn search(
    written: &Written,
    fresh: &Fresh,
    lexicon: &Lexicon,
    query: &MentorQuery,
) -> Result<Vec<MentorHit>, SearchError> {
    if query.limit == 0 {
        return Ok(Vec::new());
    }
    let wants = want::wants(written, fresh, lexicon, query)?;
    let looks = place::places(written, query, &wants)?;
    let asked = Asked { wants: &wants, looks: &looks, active_only: query.active_only };
    // As many more as may be written otherwise than they are now.
    let mut hits = written.hits(&asked, query.limit + fresh.len())?;
    hits.retain(|hit| !fresh.overrules(&hit.id));
    hits.extend(fresh.hits(&asked));
    hits.sort_unstable_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
    hits.truncate(query.limit);
    Ok(hits)
}
