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
/// What counts so much of the industry that is wanted most is nearly that.
const NEARLY: f32 = 0.6;
/// What counts less of it is far from it.
const FAR: f32 = 0.3;

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

/// A place, and what is looked for there.
#[derive(Clone, Copy, Debug)]
pub struct Look<'r> {
    pub place: Place<'r>,
    /// What an industry counts at least that is looked for.
    pub least: f32,
    /// Whether words are looked for too.
    pub words: bool,
}

impl<'r> Look<'r> {
    fn at(place: Place<'r>, least: f32) -> Self {
        Self { place, least, words: true }
    }

    /// What of a want is looked for here.
    pub fn forms<'w>(&self, want: &'w Want) -> impl Iterator<Item = &'w Form> + use<'w> {
        let (is_word, Self { least, words, .. }) = (want.is_word, *self);
        want.forms.iter().filter(move |form| if is_word { words } else { form.counts >= least })
    }
}

/// Where to look: in as many of the nearest regions as hold enough mentors who have the very industry; those of trades far
/// from it do not count beside them. Where all regions hold too few, who has it is looked for everywhere, and the others in
/// as many regions as hold enough who have nearly that, or something not far from it. Where these are too few as well,
/// everybody is looked for everywhere.
///
/// # Errors
/// When the index cannot be read.
pub fn places<'q>(written: &Written, query: &'q MentorQuery, wants: &[Want]) -> Result<Vec<Look<'q>>, SearchError> {
    if !query.active_only || written.count() <= FEW {
        return Ok(vec![Look::at(Place::Everywhere, 0.0)]);
    }
    let most = want::most(&query.industries);
    if let Some(regions) = regions(written, query, &sought(wants, most))? {
        return Ok(regions.into_iter().map(|region| Look::at(region, most * FAR)).collect());
    }
    for near in [NEARLY, FAR].into_iter().filter(|_| most > 0.0) {
        if let Some(regions) = regions(written, query, &sought(wants, most * near))? {
            let regions = regions.into_iter().map(|region| Look::at(region, 0.0));
            let very = Look { place: Place::Everywhere, least: most, words: false };
            return Ok(regions.chain([very]).collect());
        }
    }
    Ok(vec![Look::at(Place::Everywhere, 0.0)])
}

/// As many of the nearest regions as hold enough who have any of these; none when all of them hold too few.
fn regions<'q>(
    written: &Written,
    query: &'q MentorQuery,
    sought: &[&Form],
) -> Result<Option<Vec<Place<'q>>>, SearchError> {
    let mut regions = Vec::new();
    let mut having = 0;
    for region in query.near {
        let region = Place::Region(region);
        regions.push(region);
        for form in sought {
            having += written.count_having(region, &form.term)?;
        }
        if having >= query.limit as u64 {
            return Ok(Some(regions));
        }
    }
    Ok(None)
}

/// The industries that count at least so much; where none is known, every word.
fn sought(wants: &[Want], least: f32) -> Vec<&Form> {
    let are_known = wants.iter().any(|want| !want.is_word);
    let sought = wants.iter().filter(|want| want.is_word != are_known).flat_map(|want| &want.forms);
    sought.filter(|form| form.counts >= least).collect()
}
