//! Where mentors are looked for: everywhere, or among those who take part in one region.

use tantivy::Term;
use tantivy::schema::Field;

use super::document::{Fields, MentorDocument};
use super::error::SearchError;
use super::query::MentorQuery;
use super::want::{self, Form, Want};
use super::written::Written;

/// Up to so many mentors, looking everywhere costs no more than looking in one region after the other.
const FEW: u64 = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'r> {
    /// Among all mentors.
    Everywhere,
    /// Among those who take part and live in the region.
    Region(&'r str),
}

impl Place<'_> {
    pub fn field(self, fields: Fields) -> Field {
        match self {
            Self::Everywhere => fields.everywhere,
            Self::Region(_) => fields.in_region,
        }
    }

    pub fn term(self, fields: Fields, term: &str) -> Term {
        let mut written = String::with_capacity(term.len() + 3);
        self.push(&mut written, term);
        Term::from_field_text(self.field(fields), &written)
    }

    /// Adds a term to a text as it is written here.
    pub fn push(self, text: &mut String, term: &str) {
        if let Self::Region(region) = self {
            text.push_str(region);
            text.push('|');
        }
        text.push_str(term);
    }

    /// Whether a mentor is found here.
    pub fn holds(self, mentor: &MentorDocument) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Region(region) => mentor.active && mentor.region.as_deref() == Some(region),
        }
    }
}

/// Where to look: in as many of the nearest regions as hold enough mentors who have the very industry, or everywhere when
/// all of them hold too few.
///
/// # Errors
/// When the index cannot be read.
pub fn places<'q>(written: &Written, query: &'q MentorQuery, wants: &[Want]) -> Result<Vec<Place<'q>>, SearchError> {
    if !query.active_only || written.count() <= FEW {
        return Ok(vec![Place::Everywhere]);
    }
    let sought = sought(query, wants);
    let mut places = Vec::new();
    let mut having = 0;
    for region in &query.near {
        let place = Place::Region(region);
        places.push(place);
        for form in &sought {
            having += written.count_having(place, &form.term)?;
        }
        if having >= query.limit as u64 {
            return Ok(places);
        }
    }
    Ok(vec![Place::Everywhere])
}

/// The industry that is wanted most; where none is known, every word.
fn sought<'w>(query: &MentorQuery, wants: &'w [Want]) -> Vec<&'w Form> {
    let most = want::most(&query.industries);
    let forms = || wants.iter().flat_map(|want| &want.forms);
    if query.industries.is_empty() { forms().collect() } else { forms().filter(|form| form.counts >= most).collect() }
}
