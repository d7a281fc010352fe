//! Where mentors are looked for: everywhere, or among those who take part in one region.

use tantivy::Term;

use super::document::{Fields, MentorDocument, TermFields, Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'r> {
    /// Among all mentors.
    Everywhere,
    /// Among those who take part and live in the region.
    Region(&'r str),
}

impl Place<'_> {
    pub fn fields(self, fields: Fields) -> TermFields {
        match self {
            Self::Everywhere => fields.everywhere,
            Self::Region(_) => fields.in_region,
        }
    }

    /// How a term is written in the fields of this place.
    pub fn word(self, term: &str) -> String {
        match self {
            Self::Everywhere => term.to_owned(),
            Self::Region(region) => format!("{region}|{term}"),
        }
    }

    pub fn text_term(self, fields: Fields, text: Text, term: &str) -> Term {
        Term::from_field_text(self.fields(fields).texts[text.number], &self.word(term))
    }

    pub fn industry_term(self, fields: Fields, code: &str) -> Term {
        Term::from_field_text(self.fields(fields).industry, &self.word(code))
    }

    /// Whether a mentor is found here.
    pub fn holds(self, mentor: &MentorDocument) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Region(region) => mentor.active && mentor.region.as_deref() == Some(region),
        }
    }
}
