//! What is wrong with a form, field by field.

use fluent_templates::fluent_bundle::FluentValue;
use sea_orm::DbErr;

use super::ChangedMeanwhile;
use crate::{error::AppError, language::Tr};

/// Refusals by field, as keys of sentences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldErrors(Vec<FieldError>);

#[derive(Clone, Debug, PartialEq)]
struct FieldError {
    field: String,
    key: String,
    /// What the sentence fills in, such as `min` and `max`.
    arguments: Vec<(&'static str, String)>,
}

impl FieldErrors {
    /// One refusal beside one field; the key names the sentence.
    pub fn on(field: &str, key: impl ToString) -> Self {
        let mut errors = Self::default();
        errors.add(field, key);
        errors
    }

    pub fn add(&mut self, field: &str, key: impl ToString) {
        self.add_with(field, key, Vec::new());
    }

    pub fn add_with(&mut self, field: &str, key: impl ToString, arguments: Vec<(&'static str, String)>) {
        self.0.push(FieldError { field: field.to_owned(), key: key.to_string(), arguments });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something was tried too often: the keys of such sentences end so.
    pub fn is_too_many(&self) -> bool {
        self.0.iter().any(|error| error.key.ends_with("-too-many"))
    }

    /// Notes that a field is refused, when it is.
    pub fn refuse_if(&mut self, field: &str, is_refused: bool, key: impl ToString) {
        if is_refused {
            self.add(field, key);
        }
    }

    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Adds what is said of fields that are not refused yet.
    pub fn append_others(&mut self, other: Self) {
        let is_new = |error: &FieldError| !self.0.iter().any(|known| known.field == error.field);
        let new: Vec<FieldError> = other.0.into_iter().filter(is_new).collect();
        self.0.extend(new);
    }

    /// The sentences, for the page.
    pub fn shown(&self, tr: Tr) -> ShownErrors {
        let sentence = |error: &FieldError| {
            let arguments = error.arguments.iter().map(|(name, value)| (*name, FluentValue::from(value.clone())));
            (error.field.clone(), tr.with(&error.key, arguments))
        };
        ShownErrors(self.0.iter().map(sentence).collect())
    }
}

/// Refusals as sentences, as templates show them.
#[derive(Clone, Debug, Default)]
pub struct ShownErrors(Vec<(String, String)>);

impl ShownErrors {
    /// The sentence beside a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, sentence)| sentence.as_str())
    }

    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a form did not lead where it should: the person can mend it, or nobody can here.
#[derive(Debug)]
pub enum FormError {
    Fields(FieldErrors),
    App(AppError),
}

impl FormError {
    /// The refusals to show beside the fields; any other error leaves here.
    pub fn fields(self) -> Result<FieldErrors, AppError> {
        match self {
            Self::Fields(errors) => Ok(errors),
            Self::App(error) => Err(error),
        }
    }
}

impl From<FieldErrors> for FormError {
    fn from(errors: FieldErrors) -> Self {
        Self::Fields(errors)
    }
}

impl From<AppError> for FormError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<ChangedMeanwhile> for FormError {
    fn from(changed: ChangedMeanwhile) -> Self {
        Self::App(changed.into())
    }
}

impl From<DbErr> for FormError {
    fn from(error: DbErr) -> Self {
        Self::App(error.into())
    }
}
