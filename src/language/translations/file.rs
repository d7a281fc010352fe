//! A data file of translations, read and written.

use std::fmt::Write;

use serde::{Deserialize, Deserializer, de::Error};
use thiserror::Error;

use super::{Source, State};

/// What a file is not read for.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct ReadError(#[from] toml::de::Error);

/// The translation of one question and its answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub instrument: String,
    pub item: String,
    /// The wording of which it was made ([`Source::version`]).
    pub source: String,
    /// As whoever made or read it says.
    #[serde(rename = "state", deserialize_with = "said_state")]
    pub said_state: State,
    /// What whoever read it has to say; may be empty.
    #[serde(default)]
    pub comment: String,
    pub says: String,
    #[serde(default)]
    pub options: Vec<OptionWords>,
}

/// The words of an answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    pub code: String,
    pub says: String,
}

/// That it needs review nobody says: it follows from the Danish words.
fn said_state<'de, D: Deserializer<'de>>(from: D) -> Result<State, D::Error> {
    let word = String::deserialize(from)?;
    let known = State::read(&word).filter(|state| *state != State::NeedsReview);
    known.ok_or_else(|| Error::custom(format!("{word} is none of draft, reviewed, adjudicated, pretested")))
}

impl Entry {
    pub fn is_of(&self, source: &Source) -> bool {
        self.instrument == source.instrument && self.item == source.item
    }

    /// How far it has come, given the Danish words as they are now.
    pub fn state(&self, source: &Source) -> State {
        if self.source == source.version() { self.said_state } else { State::NeedsReview }
    }

    /// The words of the answer of a code.
    pub fn option(&self, code: &str) -> Option<&str> {
        self.options.iter().find(|option| option.code == code).map(|option| option.says.as_str())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    item: Vec<Entry>,
}

/// Reads a data file.
///
/// # Errors
/// What is wrong with the file, and where.
pub fn read(file: &str) -> Result<Vec<Entry>, ReadError> {
    Ok(toml::from_str::<File>(file)?.item)
}

/// The file of these translations, beneath the comment at its head.
pub fn write(head: &str, entries: &[Entry]) -> String {
    let mut file = head.trim_end().to_owned();
    file.push('\n');
    for entry in entries {
        let [instrument, item, source] = [&entry.instrument, &entry.item, &entry.source].map(|text| quoted(text));
        let state = entry.said_state.code();
        let _ = write!(file, "\n[[item]]\ninstrument = {instrument}\nitem = {item}\nsource = {source}\n");
        let _ = write!(file, "state = \"{state}\"\ncomment = {}\n", quoted(&entry.comment));
        let _ = writeln!(file, "says = {}", quoted(&entry.says));
        if !entry.options.is_empty() {
            file.push_str("options = [\n");
            for option in &entry.options {
                let _ = writeln!(file, "    {{ code = {}, says = {} }},", quoted(&option.code), quoted(&option.says));
            }
            file.push_str("]\n");
        }
    }
    file
}

/// A text as TOML holds it on one line.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "");
    format!("\"{}\"", escaped.replace('\t', "\\t"))
}
