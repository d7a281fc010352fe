//! What the index holds of a mentor.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use uuid::Uuid;

/// The name under which the Danish analyser is registered.
pub const ANALYSER: &str = "danish";

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
    /// Whether the mentor takes part in matching now.
    pub active: bool,
}

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub id: Field,
    pub occupation: Field,
    pub keywords: Field,
    pub text: Field,
    pub industry: Field,
    pub active: Field,
}

impl Fields {
    /// The name of the field by which equal scores are ordered.
    pub const ID: &str = "id";

    pub fn schema() -> (Schema, Self) {
        let terms = TextFieldIndexing::default();
        let terms = terms.set_tokenizer(ANALYSER).set_index_option(IndexRecordOption::WithFreqs);
        let words = TextOptions::default().set_indexing_options(terms);
        let mut schema = Schema::builder();
        let fields = Self {
            id: schema.add_text_field(Self::ID, STRING | FAST),
            occupation: schema.add_text_field("occupation", words.clone()),
            keywords: schema.add_text_field("keywords", words.clone()),
            text: schema.add_text_field("text", words),
            industry: schema.add_text_field("industry", STRING),
            active: schema.add_bool_field("active", INDEXED),
        };
        (schema.build(), fields)
    }

    pub fn document(self, mentor: &MentorDocument) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(self.id, mentor.id.to_string());
        document.add_text(self.occupation, &mentor.occupation);
        document.add_text(self.keywords, &mentor.keywords);
        document.add_text(self.text, &mentor.text);
        for code in &mentor.industries {
            document.add_text(self.industry, code);
        }
        document.add_bool(self.active, mentor.active);
        document
    }
}
