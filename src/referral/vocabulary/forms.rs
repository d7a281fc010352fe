//! Text in, types out.

use serde::{Deserialize, Serialize};

use crate::{
    error::AppError,
    form::{FieldErrors, FormError, typed},
    industry::{AddWordError, IndustryCode, IndustrySystem, NewWord, Word},
    referral::vocabulary::RemoveError,
};

/// The longest word or phrase, in characters.
const LONGEST: usize = 80;
/// The longest phrase that wishes are read for, in words.
const MOST_WORDS: usize = 6;

/// A word and the industry that it is to lead to, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WordForm {
    pub word: String,
    /// As `DB25:62`.
    pub industry: String,
    /// A finer code, by somebody who knows it: `62.10`, or `DB07:62.01`.
    pub code: String,
}

impl WordForm {
    pub fn parse(&self) -> Result<NewWord, FieldErrors> {
        let text = typed::line(&self.word).to_lowercase();
        let mut errors = FieldErrors::default();
        if let Some(refusal) = refusal(&text) {
            errors.add("word", refusal);
        }
        match self.typed_code() {
            Ok(code) if Word::new(&text, &code).is_some() => {
                errors.into_result()?;
                Ok(NewWord { text, code })
            }
            Ok(_) => Err(with(errors, "code", "vocabulary-code-unknown")),
            Err((field, key)) => Err(with(errors, field, key)),
        }
    }

    /// The finer code counts when there is one.
    fn typed_code(&self) -> Result<IndustryCode, (&'static str, &'static str)> {
        let code = self.code.trim();
        if code.is_empty() {
            return self.industry.parse().map_err(|_| ("industry", "vocabulary-industry-missing"));
        }
        let parsed = match code.contains(':') {
            true => code.parse(),
            false => IndustryCode::new(IndustrySystem::Db25, code),
        };
        parsed.map_err(|_| ("code", "vocabulary-code-unknown"))
    }
}

fn with(mut errors: FieldErrors, field: &str, key: &str) -> FieldErrors {
    errors.add(field, key);
    errors
}

fn refusal(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("vocabulary-word-missing")
    } else if typed::holds_cpr_number(text) {
        Some("error-cpr")
    } else if !text.chars().any(char::is_alphabetic) {
        Some("vocabulary-word-no-letters")
    } else if typed::length(text) > LONGEST || text.split(' ').count() > MOST_WORDS {
        Some("vocabulary-word-long")
    } else {
        None
    }
}

impl From<AddWordError> for FormError {
    fn from(error: AddWordError) -> Self {
        match error {
            AddWordError::Db(error) => error.into(),
            refusal => FieldErrors::on("word", refusal).into(),
        }
    }
}

impl From<RemoveError> for AppError {
    fn from(error: RemoveError) -> Self {
        match error {
            RemoveError::NotFound => Self::NotFound,
            RemoveError::Db(error) => error.into(),
        }
    }
}

/// The filters of the list of unknown words, out of the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct UnknownFilter {
    /// A part of the word.
    pub q: String,
    /// `passed-over` for the words that were taken off the list, `waiting` for those for which somebody waits.
    pub show: String,
}

impl UnknownFilter {
    pub fn shows_passed_over(&self) -> bool {
        self.show == "passed-over"
    }

    /// Only words of wishes whose young people wait.
    pub fn shows_waiting(&self) -> bool {
        self.show == "waiting"
    }
}

/// The filters of the search in the vocabulary, out of the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WordsFilter {
    /// A part of the word, of the industry's title, or of its code.
    pub q: String,
    /// As `DB25:62`.
    pub industry: String,
    /// `yes` for the words that staff added alone.
    pub added: String,
}
