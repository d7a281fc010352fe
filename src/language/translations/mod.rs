//! What young people are asked, in the languages of their homes: a data file for each language, beside the data files of the
//! questionnaires (docs/adr/0071).
//!
//! A translation says of which Danish wording it was made, and how far it has come. Nobody has to remember to look at it again
//! when the Danish words change: its source is then another one, and it needs review.

mod file;

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::language::{
    Tr,
    other::{beside, in_danish},
};

pub use file::{Entry, OptionWords, ReadError, read, write};

static FILES: LazyLock<Vec<(Tr, Vec<Entry>)>> =
    LazyLock::new(|| EMBEDDED.into_iter().map(|(tr, file)| (tr, read(file).unwrap_or_default())).collect());

/// The data files as they are in the program.
pub const EMBEDDED: [(Tr, &str); 5] = [
    (Tr::Arabic, include_str!("../../questionnaire/data/translations/ar.toml")),
    (Tr::Somali, include_str!("../../questionnaire/data/translations/so.toml")),
    (Tr::Turkish, include_str!("../../questionnaire/data/translations/tr.toml")),
    (Tr::Ukrainian, include_str!("../../questionnaire/data/translations/uk.toml")),
    (Tr::Farsi, include_str!("../../questionnaire/data/translations/fa.toml")),
];

/// How far a translation has come, each further than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The Danish words are others by now than those that were translated.
    NeedsReview,
    /// By a machine, or by one person alone.
    Draft,
    /// A second speaker has read it.
    Reviewed,
    /// One named person has decided between what the two say.
    Adjudicated,
    /// Three young people have been asked it.
    Pretested,
}

impl State {
    const TABLE: [(Self, &'static str); 5] = [
        (Self::NeedsReview, "needs_review"),
        (Self::Draft, "draft"),
        (Self::Reviewed, "reviewed"),
        (Self::Adjudicated, "adjudicated"),
        (Self::Pretested, "pretested"),
    ];

    pub fn code(self) -> &'static str {
        Self::TABLE.iter().find(|(state, _)| *state == self).map_or("", |(_, code)| code)
    }

    pub fn read(code: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, known)| *known == code).map(|(state, _)| *state)
    }
}

/// The Danish words of one question, of which translations are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub instrument: String,
    pub item: String,
    pub question: String,
    /// Code and words of each answer that can be chosen, in their order. Those of a scale are one set.
    pub options: Vec<(String, String)>,
    /// Whether there is a figure of it: a language is offered once all of these are adjudicated.
    pub is_counted: bool,
}

impl Source {
    /// Names the wording: other words, or another order of the answers, have another name.
    pub fn version(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(&self.question);
        for (code, words) in &self.options {
            digest.update(format!("\n{code}\t{words}"));
        }
        digest.finalize()[..6].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A question as it is asked in a language, and its answers in the order of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub question: String,
    pub options: Vec<(String, String)>,
}

/// The translation of a question, where somebody has made one.
pub fn entry(tr: Tr, source: &Source) -> Option<&'static Entry> {
    of(tr).iter().find(|entry| entry.is_of(source))
}

/// All translations of a language.
pub fn of(tr: Tr) -> &'static [Entry] {
    FILES.iter().find(|(language, _)| *language == tr).map_or(&[], |(_, entries)| entries)
}

/// Whether a language is offered as the questions' own: everything of which there is a figure is adjudicated, and made of the
/// words that the Danish question has now.
pub fn is_offered<'a>(tr: Tr, sources: impl IntoIterator<Item = &'a Source>) -> bool {
    are_vouched_for(of(tr), sources)
}

/// The same of these translations.
pub fn are_vouched_for<'a>(entries: &[Entry], sources: impl IntoIterator<Item = &'a Source>) -> bool {
    let state = |source: &Source| entries.iter().find(|entry| entry.is_of(source)).map(|entry| entry.state(source));
    sources.into_iter().filter(|source| source.is_counted).all(|source| state(source) >= Some(State::Adjudicated))
}

/// Whether all that is said in the file of a language is adjudicated: then whoever speaks it gets it before English.
pub fn is_adjudicated(tr: Tr) -> bool {
    !of(tr).is_empty() && of(tr).iter().all(|entry| entry.said_state >= State::Adjudicated)
}

/// A question in a language of young people: in its own words where it is offered, with the Danish ones beside them where it is
/// a help alone, and in Danish where there are none.
pub fn asked(tr: Tr, source: &Source, is_offered: bool) -> Asked {
    let entry = entry(tr, source);
    let told = |words: Option<&str>, danish: &str| match words {
        Some(words) if is_offered => words.to_owned(),
        Some(words) => beside(words, danish),
        None => in_danish(danish),
    };
    let option =
        |(code, danish): &(String, String)| (code.clone(), told(entry.and_then(|entry| entry.option(code)), danish));
    Asked {
        question: told(entry.map(|entry| entry.says.as_str()), &source.question),
        options: source.options.iter().map(option).collect(),
    }
}
