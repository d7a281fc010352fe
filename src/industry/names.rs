//! What people call an industry: "Bilværksted", not "Reparation og vedligeholdelse af motorkøretøjer".
//!
//! The names stand in `data/names.tsv`: a line for each division of both systems, each group of DB07, and the classes that
//! are often named. Whoever finds a better one changes the line.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

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

/// What is named by what lies in it, several trades in one: a tattooist and a dog groomer, a bike mechanic and a tailor.
const MIXED: [&str; 13] =
    ["329", "4778", "749", "829", "8559", "841", "869090", "8899", "9001", "9003", "9499", "9529", "9609"];

/// Whether a code names one trade, so that two who have it do the same: a division does not, nor does a group within which
/// several trades have names of their own, nor what lies beside the trades that have.
pub fn names_a_trade(code: &IndustryCode) -> bool {
    let named = code.and_coarser().find(|code| BY_CODE.contains_key(code));
    let is_mixed = code.system() == IndustrySystem::Db07 && named.is_some_and(|named| MIXED.contains(&named.digits()));
    // Its second system has names of divisions alone: only a class of it, of four digits, is as narrow as a trade.
    let least = if code.system() == IndustrySystem::Db25 { 4 } else { 3 };
    code.digits().len() >= least && !is_mixed && !WIDE.contains(code)
}

/// The codes that contain at least two others with a name.
static WIDE: LazyLock<HashSet<IndustryCode>> = LazyLock::new(|| {
    let mut within: HashMap<IndustryCode, usize> = HashMap::new();
    for name in NAMES.iter() {
        for wider in name.code.and_coarser().filter(|wider| *wider != name.code) {
            *within.entry(wider).or_default() += 1;
        }
    }
    within.into_iter().filter(|(_, finer)| *finer > 1).map(|(code, _)| code).collect()
});

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
