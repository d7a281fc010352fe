//! What each figure and each column means, as a table that goes along with the others.

use super::{
    Figures, VERSION, answers_table,
    catalogue::{Value, entries},
    courses_table::COLUMNS,
    targets::RULES,
};
use crate::{
    config::Rules,
    language::Tr,
    page::Sheet,
    questionnaire::{Direction, instruments},
};

/// A figure, a target or a column, in the reader's language.
pub struct Definition {
    file: &'static str,
    name: String,
    kind: &'static str,
    told: String,
    /// What people call it.
    title: String,
}

/// At the beginning of the name of the file, and the key of the name of its sheet.
const NAME: &str = "definitions";

pub fn definitions_table(tr: Tr) -> Sheet<'static, Definition> {
    let heading = "outcome-heading";
    Sheet::telling_of_nobody(tr, format!("{NAME}-v{VERSION}"))
        .named(heading, "file", |row: &Definition| row.file)
        .named(heading, "name", |row: &Definition| row.name.clone())
        .named(heading, "kind", |row: &Definition| row.kind)
        .named(heading, "definition", |row: &Definition| row.told.clone())
        .named(heading, "definitions_version", |_| VERSION)
        .named(heading, "name_told", |row: &Definition| row.title.clone())
        .named(heading, "kind_told", move |row: &Definition| tr.t(format!("outcome-kind-{}", row.kind)))
}

pub fn definitions(tr: Tr, rules: &Rules) -> Vec<Definition> {
    let figures = entries(&Figures::default()).into_iter().map(|entry| {
        let kind = match entry.value {
            Value::Count(_) | Value::Unknown => "count",
            Value::Rate(_) => "rate",
            Value::Span(..) => "span",
        };
        Definition { file: "figures.csv", told: entry.definition(tr), title: entry.title(tr), name: entry.name, kind }
    });
    let targets = RULES.iter().map(|(name, key)| Definition {
        file: "figures.csv",
        name: format!("targets.{name}"),
        kind: "target",
        told: tr.t(format!("outcome-target-{key}-rule")),
        title: tr.t(format!("outcome-target-{key}")),
    });
    let columns = COLUMNS.iter().map(|(name, _)| Definition {
        file: "courses.csv",
        name: (*name).to_owned(),
        kind: "column",
        told: tr.t(format!("outcome-column-{}", name.replace('_', "-"))),
        title: heading_of(tr, name),
    });
    figures.chain(targets).chain(columns).chain(answers(tr, rules)).collect()
}

/// The columns of the answers, and each question with where it comes from and which way is better.
fn answers(tr: Tr, rules: &Rules) -> Vec<Definition> {
    let row = |name: String, kind, told, title| Definition { file: "answers.csv", name, kind, told, title };
    let columns = answers_table::COLUMNS.iter().map(|(name, _)| {
        let told = tr.t(format!("outcome-column-{}", name.replace('_', "-")));
        row((*name).to_owned(), "column", told, heading_of(tr, name))
    });
    let items = instruments().iter().flat_map(|instrument| {
        instrument.asked(rules).map(|item| {
            let direction = match item.direction {
                Direction::HigherIsBetter => "outcome-higher-is-better",
                Direction::Unordered => "outcome-unordered",
            };
            let told = format!("{} {} {}", item.says.told(tr), tr.t(direction), item.source);
            row(format!("{}.{}", instrument.code, item.code), "item", told, item.says.told(tr).to_owned())
        })
    });
    columns.chain(items).collect()
}

/// What the column of a file is called for people.
fn heading_of(tr: Tr, name: &str) -> String {
    tr.t(format!("outcome-heading-{}", name.replace('_', "-")))
}
