//! What is posted for the items of an instrument: each under its code, whichever instrument it is.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::instrument::instruments;
use crate::form::Posted;

/// What was typed or chosen for each item, by its code; and by that and `_because`, why there are no words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items(BTreeMap<String, String>);

impl Items {
    /// What stands under a code; nothing is an empty text.
    pub fn of(&self, code: &str) -> &str {
        self.0.get(code).map_or("", String::as_str)
    }

    /// Why there are no words under a code.
    pub fn because(&self, code: &str) -> &str {
        self.of(&because(code))
    }

    pub fn put(&mut self, code: &str, typed: &str) {
        self.0.insert(code.to_owned(), typed.to_owned());
    }

    pub fn put_because(&mut self, code: &str, word: &str) {
        self.put(&because(code), word);
    }
}

fn because(code: &str) -> String {
    format!("{code}_because")
}

/// Whether some instrument asks for it: nothing else is kept.
fn is_known(code: &str) -> bool {
    let code = code.strip_suffix("_because").unwrap_or(code);
    instruments().iter().flat_map(|instrument| &instrument.items).any(|item| item.code == code)
}

impl Posted for Items {
    fn named(_: &'static str) -> Self {
        Self::default()
    }

    fn texts(&self) -> Vec<&str> {
        self.0.values().map(String::as_str).collect()
    }

    fn take(&mut self, part: &str, values: &mut Vec<String>) -> bool {
        let Some(code) = part.strip_prefix('_').filter(|code| is_known(code)) else { return false };
        self.put(code, &values.pop().unwrap_or_default());
        true
    }

    fn write(&self, own: &str, kept: &mut Map<String, Value>) {
        for (code, typed) in &self.0 {
            kept.insert(format!("{own}_{code}"), typed.as_str().into());
        }
    }
}
