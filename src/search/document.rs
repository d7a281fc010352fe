//! What the index holds of a mentor.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use uuid::Uuid;

use super::analyser;
use super::lexicon::Lexicon;
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

/// The three texts of a mentor, as terms.
pub struct MentorTerms {
    /// In the order of [`TEXTS`].
    pub of: [Vec<String>; 3],
}

/// A text of a mentor, and what a word counts that stands in it.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// Its place in [`MentorTerms`].
    pub number: usize,
    pub counts: f32,
}

/// Occupation, keywords, and the rest.
pub const TEXTS: [Text; 3] =
    [Text { number: 0, counts: 3.0 }, Text { number: 1, counts: 2.0 }, Text { number: 2, counts: 1.0 }];

impl MentorTerms {
    pub fn new(lexicon: &Lexicon, mentor: &MentorDocument) -> Self {
        Self { of: [&mentor.occupation, &mentor.keywords, &mentor.text].map(|text| analyser::terms(lexicon, text)) }
    }
}

/// The fields in which the terms of a mentor stand.
#[derive(Clone, Copy, Debug)]
pub struct TermFields {
    /// In the order of [`TEXTS`].
    pub texts: [Field; 3],
    pub industry: Field,
}

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub id: Field,
    pub active: Field,
    /// Every mentor's terms.
    pub everywhere: TermFields,
    /// The terms of those who take part, each with the region before it. Whoever searches in a region reads no more than
    /// what stands there.
    pub in_region: TermFields,
}

impl Fields {
    /// The name of the field by which equal scores are ordered.
    pub const ID: &str = "id";

    pub fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let fields = Self {
            id: schema.add_text_field(Self::ID, STRING | FAST),
            active: schema.add_bool_field("active", INDEXED),
            everywhere: term_fields(&mut schema, ""),
            in_region: term_fields(&mut schema, "region_"),
        };
        (schema.build(), fields)
    }

    pub fn document(self, lexicon: &Lexicon, mentor: &MentorDocument) -> TantivyDocument {
        let terms = MentorTerms::new(lexicon, mentor);
        let mut document = TantivyDocument::default();
        document.add_text(self.id, mentor.id.to_string());
        document.add_bool(self.active, mentor.active);
        self.add(&mut document, Place::Everywhere, mentor, &terms);
        if let Some(region) = mentor.region.as_deref().filter(|_| mentor.active) {
            self.add(&mut document, Place::Region(region), mentor, &terms);
        }
        document
    }

    fn add(self, document: &mut TantivyDocument, place: Place, mentor: &MentorDocument, terms: &MentorTerms) {
        let fields = place.fields(self);
        for (field, terms) in fields.texts.into_iter().zip(&terms.of) {
            let tokens = terms.iter().enumerate();
            let tokens = tokens.map(|(position, term)| Token { text: place.word(term), position, ..Token::default() });
            let text = PreTokenizedString { text: String::new(), tokens: tokens.collect() };
            document.add_pre_tokenized_text(field, text);
        }
        for code in &mentor.industries {
            document.add_text(fields.industry, place.word(code));
        }
    }
}

fn term_fields(schema: &mut tantivy::schema::SchemaBuilder, before: &str) -> TermFields {
    let terms = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
    let words = TextOptions::default().set_indexing_options(terms);
    let texts = ["occupation", "keywords", "text"];
    TermFields {
        texts: texts.map(|text| schema.add_text_field(&format!("{before}{text}"), words.clone())),
        industry: schema.add_text_field(&format!("{before}industry"), STRING),
    }
}
