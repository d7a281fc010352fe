//! What people call an industry: "Bilværksted", not "Reparation og vedligeholdelse af motorkøretøjer".
//!
//! The names stand in `data/names.tsv`: a line for each division of both systems, each group of DB07, and the classes that
//! are often named. Whoever finds a better one changes the line.

use std::{collections::HashMap, sync::LazyLock};

use sea_orm::ActiveEnum;

use super::{IndustrySystem, catalogue, codes::IndustryCode};
use crate::{language::Tr, word::Choice};

struct Name {
    code: IndustryCode,
    danish: &'static str,
    english: &'static str,
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let rows = include_str!("data/names.tsv").lines().skip(1);
    rows.filter_map(|row| {
        let [system, code, danish, english] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        let system = IndustrySystem::try_from_value(&system.to_owned()).ok()?;
        Some(Name { code: IndustryCode::new(system, code).ok()?, danish, english })
    })
    .collect()
});

static BY_CODE: LazyLock<HashMap<&IndustryCode, &Name>> =
    LazyLock::new(|| NAMES.iter().map(|name| (&name.code, name)).collect());

impl Name {
    fn text(&self, tr: Tr) -> &'static str {
        match tr {
            Tr::Danish => self.danish,
            _ => self.english,
        }
    }
}

/// What people call an industry, as finely as there is a name for it.
pub fn name(tr: Tr, code: &IndustryCode) -> String {
    let named = code.and_coarser().find_map(|code| BY_CODE.get(&code).copied());
    named.map_or_else(|| official(tr, code), |name| name.text(tr).to_owned())
}

/// The names with semicolons between, each once.
pub fn names(tr: Tr, codes: &[IndustryCode]) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in codes.iter().map(|code| name(tr, code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

/// What the classification calls the division that an industry lies in.
pub fn official(tr: Tr, code: &IndustryCode) -> String {
    catalogue::division(code).map_or_else(|| code.to_string(), |division| division.title(tr).to_owned())
}

/// The industry that is called exactly so in either language, case aside; of two systems DB07.
pub fn called(text: &str) -> Option<IndustryCode> {
    let text = text.trim().to_lowercase();
    let is_called = |name: &&Name| [name.danish, name.english].iter().any(|known| known.to_lowercase() == text);
    NAMES.iter().find(is_called).map(|name| name.code.clone())
}

/// Every industry of a system that has a name, in the order of the codes.
pub fn named(system: IndustrySystem) -> impl Iterator<Item = &'static IndustryCode> {
    NAMES.iter().map(|name| &name.code).filter(move |code| code.system() == system)
}

/// Every division, by its name.
pub fn choices(tr: Tr) -> Vec<Choice> {
    let divisions = NAMES.iter().filter(|name| name.code.system() == IndustrySystem::Db25);
    let mut choices: Vec<Choice> = divisions.map(|name| Choice::new(name.code.to_string(), name.text(tr))).collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
}
