//! A form as a list of fields, written down once.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Map, Value};

use crate::{form::Posted, token::token_hash};

/// What `form!` writes of each form.
pub trait Form: Default {
    /// Takes what was posted under a name, when it belongs to one of the fields.
    fn take(&mut self, name: &str, values: &mut Vec<String>) -> bool;

    /// What was typed, under the names under which it was posted.
    fn kept(&self) -> Map<String, Value>;

    /// Empties the fields that hold a CPR number, and tells their names.
    fn take_cpr_numbers(&mut self) -> Vec<&'static str>;

    /// Hands the stamp of what it shows to the field that keeps it, if there is one.
    fn see(&mut self, stamp: &str);

    /// The form as if somebody had filled it in.
    fn filled(fill: impl FnOnce(&mut Self)) -> Self {
        let mut form = Self::default();
        fill(&mut form);
        let stamp = form.stamp();
        form.see(&stamp);
        form
    }

    /// The same for two forms that show the same.
    fn stamp(&self) -> String {
        token_hash(&Value::Object(self.kept()).to_string())
    }
}

/// Writes a form: its fields, the empty form, and the ways in and out of what is posted or kept.
macro_rules! form {
    ($($(#[$about:meta])* $seen:vis struct $form:ident { $($(#[$note:meta])* $field:ident: $kind:ty),+ $(,)? })+) => { $(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        $seen struct $form { $($(#[$note])* pub $field: $kind),+ }

        impl Default for $form {
            fn default() -> Self {
                Self { $($field: $crate::form::Posted::named(stringify!($field))),+ }
            }
        }

        impl $crate::form::Form for $form {
            fn take(&mut self, name: &str, values: &mut Vec<String>) -> bool {
                $($crate::form::takes(&mut self.$field, stringify!($field), name, values))||+
            }

            fn kept(&self) -> serde_json::Map<String, serde_json::Value> {
                let mut kept = serde_json::Map::new();
                $($crate::form::Posted::write(&self.$field, stringify!($field), &mut kept);)+
                kept
            }

            fn see(&mut self, stamp: &str) {
                $($crate::form::Posted::see(&mut self.$field, stamp);)+
            }

            fn take_cpr_numbers(&mut self) -> Vec<&'static str> {
                let taken = [$($crate::form::emptied(&mut self.$field, stringify!($field))),+];
                taken.into_iter().flatten().collect()
            }
        }

        impl<'de> serde::Deserialize<'de> for $form {
            fn deserialize<D: serde::Deserializer<'de>>(posted: D) -> Result<Self, D::Error> {
                $crate::form::filled_in(posted)
            }
        }

        impl serde::Serialize for $form {
            fn serialize<S: serde::Serializer>(&self, kept: S) -> Result<S::Ok, S::Error> {
                $crate::form::Form::kept(self).serialize(kept)
            }
        }
    )+ };
}
pub(crate) use form;

pub fn takes(field: &mut impl Posted, own: &str, name: &str, values: &mut Vec<String>) -> bool {
    name.strip_prefix(own).is_some_and(|part| field.take(part, values))
}

/// The name of a field that had to be emptied of a CPR number.
pub fn emptied(field: &mut impl Posted, own: &'static str) -> Option<&'static str> {
    field.holds_cpr_number().then(|| {
        *field = Posted::named(own);
        own
    })
}

/// The form as posted or kept. A name that is none of its fields is left out, and none of one value comes twice.
pub fn filled_in<'de, F: Form, D: Deserializer<'de>>(posted: D) -> Result<F, D::Error> {
    let mut form = F::default();
    for (name, value) in Map::deserialize(posted)? {
        let mut values = match value {
            Value::Array(several) => several.into_iter().filter_map(text).collect(),
            one => Vec::from_iter(text(one)),
        };
        let is_posted_twice = values.len() > 1;
        if form.take(&name, &mut values) && is_posted_twice && !values.is_empty() {
            return Err(D::Error::custom("a field was posted twice"));
        }
    }
    Ok(form)
}

fn text(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}
