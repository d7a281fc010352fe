//! The answer that was chosen.

use crate::{form::FieldErrors, word::Worded};

/// The word that was chosen; a word that was never offered is refused.
pub fn chosen<W: Worded>(field: &str, value: &str, errors: &mut FieldErrors) -> Option<W> {
    if value.is_empty() {
        return None;
    }
    let word = W::read(value);
    if word.is_none() {
        errors.add(field, "referral-choice-unknown");
    }
    word
}
