//! What the index holds of a mentor.

use std::net::Ipv6Addr;
use std::sync::Arc;

use tantivy::schema::{FAST, Field, IndexRecordOption, IpAddrOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

use super::analyser::Analyser;
use super::place::Place;

/// What is searched of a mentor. Names and contact details stay out of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentorDocument {
    pub id: Uuid,
    pub occupation: String,
    pub keywords: String,
    /// Strengths and whatever else tells of the mentor.
    pub text: String,
    /// Industry codes as they are written (`DB07:62`, `DB07:62.01`), each in every coarseness that
    /// a search should find.
    pub industries: Vec<String>,
    /// The first two digits of the mentor's postcode, if it is known.
    pub region: Option<String>,
    /// Whether the mentor takes part in matching now.
    pub active: bool,
}

/// What a word counts that stands in the occupation, in the keywords, or in any other text.
const OCCUPATION: u32 = 3;
const KEYWORDS: u32 = 2;
const TEXT: u32 = 1;

/// The terms of a mentor, in order, each with what it counts where it counts most.
pub struct MentorTerms(Vec<(Arc<str>, u32)>);

impl MentorTerms {
    pub fn new(analyser: &mut Analyser, mentor: &MentorDocument) -> Self {
        let texts = [(&mentor.occupation, OCCUPATION), (&mentor.keywords, KEYWORDS), (&mentor.text, TEXT)];
        let mut terms: Vec<(Arc<str>, u32)> = Vec::new();
        for (text, counts) in texts {
            terms.extend(analyser.terms(text).into_iter().map(|term| (term, counts)));
        }
        terms.extend(mentor.industries.iter().map(|code| (Arc::from(code.as_str()), 1)));
        terms.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)));
        terms.dedup_by(|later, earlier| later.0 == earlier.0);
        Self(terms)
    }

    /// What a term counts; 0 when the mentor has it not.
    pub fn count(&self, term: &str) -> u32 {
        let place = self.0.binary_search_by(|(own, _)| (**own).cmp(term));
        place.map_or(0, |place| self.0[place].1)
    }

    /// The terms as a text, each as often as it counts, as they are written in a place.
    fn text(&self, place: Place) -> String {
        let mut text = String::new();
        for (term, counts) in &self.0 {
            for _ in 0..*counts {
                place.push(&mut text, term);
                text.push(' ');
            }
        }
        text
    }
}

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The mentor. An id is a number of 128 bits, and the library's kind of field for those is the one for addresses.
    pub id: Field,
    /// Whether the mentor takes part.
    pub active: Field,
    /// Every mentor's terms.
    pub everywhere: Field,
    /// The terms of those who take part, each with the region before it. Whoever searches in a region reads no more than
    /// what stands there.
    pub in_region: Field,
}

impl Fields {
    pub const ID: &str = "id";
    pub const ACTIVE: &str = "active";

    pub fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let fields = Self {
            id: schema.add_ip_addr_field(Self::ID, IpAddrOptions::default().set_indexed().set_fast()),
            active: schema.add_bool_field(Self::ACTIVE, FAST),
            everywhere: schema.add_text_field("everywhere", terms()),
            in_region: schema.add_text_field("in_region", terms()),
        };
        (schema.build(), fields)
    }

    pub fn document(self, analyser: &mut Analyser, mentor: &MentorDocument) -> TantivyDocument {
        let terms = MentorTerms::new(analyser, mentor);
        let mut document = TantivyDocument::default();
        document.add_ip_addr(self.id, as_number(mentor.id));
        document.add_bool(self.active, mentor.active);
        document.add_text(self.everywhere, terms.text(Place::Everywhere));
        if let Some(region) = mentor.region.as_deref().filter(|_| mentor.active) {
            document.add_text(self.in_region, terms.text(Place::Region(region)));
        }
        document
    }

    /// What a mentor is taken out of the index by.
    pub fn id_term(self, id: Uuid) -> Term {
        Term::from_field_ip_addr(self.id, as_number(id))
    }
}

/// An id as the index holds it. The order is the same.
fn as_number(id: Uuid) -> Ipv6Addr {
    Ipv6Addr::from_bits(id.as_u128())
}

/// The id that the index holds.
pub fn as_id(number: Ipv6Addr) -> Uuid {
    Uuid::from_u128(number.to_bits())
}

/// Terms parted by spaces, with how often each stands there. How long the text is makes no difference.
fn terms() -> TextOptions {
    let terms = TextFieldIndexing::default().set_tokenizer("whitespace").set_fieldnorms(false);
    TextOptions::default().set_indexing_options(terms.set_index_option(IndexRecordOption::WithFreqs))
}
