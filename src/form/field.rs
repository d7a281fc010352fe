//! A field of a form: its name and exactly what was typed. How it is read, and how long it may be, is its kind.

use std::{fmt, ops::Deref};

use serde_json::{Map, Value};

use crate::form::{DateParts, FieldErrors, typed};

/// A way to read what was typed.
pub trait Kind {
    type Typed: Posted;
    type Value;

    /// Nothing when nothing was typed, or nothing that can be used; what is wrong is noted beside the field.
    fn read(typed: &Self::Typed, name: &str, errors: &mut FieldErrors) -> Option<Self::Value>;

    /// A value as somebody would have typed it.
    fn typed(value: Self::Value) -> Self::Typed;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Field<K: Kind> {
    pub(super) name: &'static str,
    typed: K::Typed,
}

impl<K: Kind> Field<K> {
    pub fn read(&self, errors: &mut FieldErrors) -> Option<K::Value> {
        K::read(&self.typed, self.name, errors)
    }

    /// What must be there; `missing` is the key of the sentence when it is not.
    pub fn needed(&self, errors: &mut FieldErrors, missing: impl ToString) -> Option<K::Value> {
        self.refuse_if(errors, self.is_blank(), missing);
        self.read(errors)
    }

    pub fn refuse_if(&self, errors: &mut FieldErrors, is_refused: bool, key: impl ToString) {
        self.refuse(errors, is_refused.then_some(key));
    }

    /// Notes what a rule of the feature says against it.
    pub fn refuse(&self, errors: &mut FieldErrors, refusal: Option<impl ToString>) {
        if let Some(refusal) = refusal {
            errors.add(self.name, refusal);
        }
    }

    pub fn is_blank(&self) -> bool {
        self.typed.texts().into_iter().all(typed::is_blank)
    }

    /// Fills in what is known, as if it had been typed.
    pub fn set(&mut self, value: impl Into<Option<K::Value>>) {
        self.typed = value.into().map_or_else(|| K::Typed::named(self.name), K::typed);
    }
}

impl<K: Kind> Deref for Field<K> {
    type Target = K::Typed;

    fn deref(&self) -> &K::Typed {
        &self.typed
    }
}

impl<K: Kind<Typed = String>> fmt::Display for Field<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl<K: Kind<Typed = String>> AsRef<str> for Field<K> {
    fn as_ref(&self) -> &str {
        &self.typed
    }
}

/// What is posted for a field: one value, several under one name, or the three parts of a day. A text that is no answer,
/// such as which button was pressed, is a field without a kind.
pub trait Posted: Sized {
    fn named(name: &'static str) -> Self;

    /// All that stands in it.
    fn texts(&self) -> Vec<&str>;

    /// Takes what was posted for a part of it, and leaves what it has no place for.
    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool;

    fn write(&self, own: &str, kept: &mut Map<String, Value>);

    /// Whether a CPR number stands in it.
    fn holds_cpr_number(&self) -> bool {
        self.texts().into_iter().any(typed::holds_cpr_number)
    }

    /// Keeps a stamp of what the form shows; only [`Seen`](crate::form::Seen) does.
    fn see(&mut self, _stamp: &str) {}
}

impl<K: Kind> Posted for Field<K> {
    fn named(name: &'static str) -> Self {
        Self { name, typed: K::Typed::named(name) }
    }

    fn texts(&self) -> Vec<&str> {
        self.typed.texts()
    }

    fn holds_cpr_number(&self) -> bool {
        self.typed.holds_cpr_number()
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        self.typed.take(part, values)
    }

    fn write(&self, own: &str, kept: &mut Map<String, Value>) {
        self.typed.write(own, kept);
    }
}

impl Posted for String {
    fn named(_: &'static str) -> Self {
        Self::new()
    }

    fn texts(&self) -> Vec<&str> {
        vec![self]
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        if part.is_empty() {
            *self = values.pop().unwrap_or_default();
        }
        part.is_empty()
    }

    fn write(&self, own: &str, kept: &mut Map<String, Value>) {
        kept.insert(own.to_owned(), self.as_str().into());
    }
}

impl Posted for Vec<String> {
    fn named(_: &'static str) -> Self {
        Self::new()
    }

    fn texts(&self) -> Vec<&str> {
        self.iter().map(String::as_str).collect()
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        if part.is_empty() {
            self.append(values);
        }
        part.is_empty()
    }

    fn write(&self, own: &str, kept: &mut Map<String, Value>) {
        kept.insert(own.to_owned(), self.as_slice().into());
    }
}

impl Posted for DateParts {
    fn named(_: &'static str) -> Self {
        Self::default()
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.day, &self.month, &self.year]
    }

    fn holds_cpr_number(&self) -> bool {
        typed::parts_hold_cpr_number(self.texts())
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        let typed = match part {
            "_day" => &mut self.day,
            "_month" => &mut self.month,
            "_year" => &mut self.year,
            _ => return false,
        };
        *typed = values.pop().unwrap_or_default().trim().to_owned();
        true
    }

    fn write(&self, own: &str, kept: &mut Map<String, Value>) {
        for (part, typed) in [("day", &self.day), ("month", &self.month), ("year", &self.year)] {
            kept.insert(format!("{own}_{part}"), typed.as_str().into());
        }
    }
}
