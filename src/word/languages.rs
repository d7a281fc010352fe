//! The languages that forms offer.

use crate::{
    language::{
        Tr,
        languages::{COMMON, FURTHER, name},
    },
    word::Choice,
};

pub fn common_languages(tr: Tr) -> Vec<Choice> {
    COMMON.iter().map(|code| Choice::new(*code, name(tr, code))).collect()
}

/// The further languages, by their names.
pub fn further_languages(tr: Tr) -> Vec<Choice> {
    let mut choices: Vec<Choice> = FURTHER.iter().map(|code| Choice::new(*code, name(tr, code))).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}
