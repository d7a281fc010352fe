//! The answers that the form offers.

use sea_orm::{ActiveEnum, Iterable};

use crate::{
    form::FieldErrors,
    industry::{self, IndustrySystem, Need},
    language::Tr,
    word::Choice,
};

/// Every value of a stored word, as `KEY-VALUE` says it.
pub fn of<E: ActiveEnum<Value = String> + Iterable>(tr: Tr, key: &str) -> Vec<Choice> {
    E::iter().map(|word| Choice::new(word.to_value(), label(tr, key, &word))).collect()
}

/// What `KEY-VALUE` says of a stored word.
pub fn label<E: ActiveEnum<Value = String>>(tr: Tr, key: &str, word: &E) -> String {
    tr.t(format!("{key}-{}", word.to_value()).replace('_', "-"))
}

/// The word that was chosen; a word that was never offered is refused.
pub fn chosen<E: ActiveEnum<Value = String>>(field: &str, value: &str, errors: &mut FieldErrors) -> Option<E> {
    if value.is_empty() {
        return None;
    }
    let word = E::try_from_value(&value.to_owned()).ok();
    if word.is_none() {
        errors.add(field, "referral-choice-unknown");
    }
    word
}

pub fn needs(tr: Tr) -> Vec<Choice> {
    Need::ALL.iter().map(|need| Choice::new(need.code(), need_label(tr, need.code()))).collect()
}

pub fn need_label(tr: Tr, code: &str) -> String {
    match Need::of_code(code) {
        Some(_) => tr.t(format!("referral-need-{code}").replace('_', "-")),
        None => code.to_owned(),
    }
}

/// Every industry there is, by its title.
pub fn industries(tr: Tr) -> Vec<Choice> {
    let title = |division: &industry::Division| match tr {
        Tr::Danish => division.danish,
        Tr::English => division.english,
    };
    let divisions = industry::divisions(IndustrySystem::Db25);
    let mut choices: Vec<Choice> =
        divisions.map(|division| Choice::new(format!("DB25:{}", division.number), title(division))).collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
}

/// The title of the division that a code lies in.
pub fn industry_title(tr: Tr, code: &industry::IndustryCode) -> String {
    match (industry::division(code), tr) {
        (Some(division), Tr::Danish) => division.danish.to_owned(),
        (Some(division), Tr::English) => division.english.to_owned(),
        (None, _) => code.to_string(),
    }
}
