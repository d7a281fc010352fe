//! Text in, types out.

use serde::{Deserialize, Serialize};

use crate::{
    error::AppError,
    form::{self, FieldErrors, Line, form, refusals},
    industry::{AddWordError, IndustryCode, IndustrySystem, NewWord, Vocabulary, Word, meant},
    list::{Searched, Typed},
    referral::vocabulary::RemoveError,
};

/// The longest phrase that wishes are read for, in words.
const MOST_WORDS: usize = 6;

form! {
    /// A word and the industry that it is to lead to.
    pub struct WordForm {
        word: Line<80>,
        /// Its name or words that lead to it, or its code as `DB25:62`.
        industry: Line<80>,
        /// A finer code, by somebody who knows it: `62.10`, or `DB07:62.01`.
        code: String,
    }
}

impl WordForm {
    pub fn parse(&self, vocabulary: &Vocabulary) -> Result<NewWord, FieldErrors> {
        form::read(|errors| {
            let text = self.word.needed(errors, "vocabulary-word-missing").unwrap_or_default().to_lowercase();
            let is_wordless = !text.is_empty() && !text.chars().any(char::is_alphabetic);
            self.word.refuse_if(errors, is_wordless, "vocabulary-word-no-letters");
            self.word.refuse_if(errors, text.split(' ').count() > MOST_WORDS, "vocabulary-word-long");
            let industry = self.industry.read(errors);
            match self.typed_code(industry, vocabulary) {
                Ok(code) if Word::new(&text, &code).is_some() => return Some(NewWord { text, code }),
                Ok(_) => errors.add("code", "vocabulary-code-unknown"),
                Err((field, key)) => errors.add(field, key),
            }
            None
        })
    }

    /// The finer code counts when there is one.
    fn typed_code(
        &self,
        industry: Option<String>,
        vocabulary: &Vocabulary,
    ) -> Result<IndustryCode, (&'static str, &'static str)> {
        let code = self.code.trim();
        if code.is_empty() {
            let industry = industry.ok_or(("industry", "vocabulary-industry-missing"))?;
            return meant(&industry, vocabulary).ok_or(("industry", "vocabulary-industry-unclear"));
        }
        let parsed = match code.contains(':') {
            true => code.parse(),
            false => IndustryCode::new(IndustrySystem::Db25, code),
        };
        parsed.map_err(|_| ("code", "vocabulary-code-unknown"))
    }
}

refusals! {
    AddWordError { leaves Db; else "word"; }
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
    pub q: Typed,
    /// `passed-over` for the words that were taken off the list, `waiting` for those for which somebody waits.
    pub show: String,
}

impl Searched for UnknownFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
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
