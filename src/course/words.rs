//! The answers that forms offer, as words in addresses, posts and fluent keys.

use sea_orm::{ActiveEnum, Iterable};

use crate::{language::Tr, word::Choice};

/// The word of an answer as it is posted and stored, such as `cancelled_by_mentor`.
pub fn word<E: ActiveEnum<Value = String>>(answer: &E) -> String {
    answer.to_value()
}

/// The text of an answer: the key is the prefix and the word, with hyphens.
pub fn text<E: ActiveEnum<Value = String>>(tr: Tr, prefix: &str, answer: &E) -> String {
    tr.t(format!("{prefix}-{}", answer.to_value().replace('_', "-")))
}

/// Every answer there is, in its own order.
pub fn choices<E: ActiveEnum<Value = String> + Iterable>(tr: Tr, prefix: &str) -> Vec<Choice> {
    E::iter().map(|answer| Choice::new(word(&answer), text(tr, prefix, &answer))).collect()
}

/// The answer that was posted, or none.
pub fn read<E: ActiveEnum<Value = String>>(posted: &str) -> Option<E> {
    E::try_from_value(&posted.to_owned()).ok()
}
