//! The figures as a table: one row a figure, each with everything one must know to check it.

use super::{
    Figures, Span, Target, VERSION,
    catalogue::{Entry, Value, breakdowns, entries},
};
use crate::{language::Tr, page::Sheet, spreadsheet::Cell};

/// A figure with its definition in words, or a target with what was promised and its rule.
pub struct Line {
    entry: Entry,
    /// What people call it.
    title: String,
    definition: String,
    promised: Option<u64>,
}

pub fn figures_table(tr: Tr, span: Span) -> Sheet<'static, Line> {
    let parts = ["value", "numerator", "denominator", "low", "high"];
    let name = Sheet::telling_of_nobody(tr, span.file_name("figures"))
        .named(HEADING, "figure", |line: &Line| Cell::word(line.title.clone(), line.entry.name.clone()));
    let worth = (0..).zip(parts).fold(name, |sheet, (place, part)| {
        sheet.named(HEADING, part, move |line: &Line| worth(line.entry.value)[place].clone())
    });
    worth
        .named(HEADING, "from", move |_| span.from)
        .named(HEADING, "to", move |_| span.to)
        .named(HEADING, "as_of", move |_| span.as_of)
        .named(HEADING, "definitions_version", |_| VERSION)
        .named(HEADING, "definition", |line: &Line| line.definition.clone())
        .named(HEADING, "target", |line: &Line| line.promised)
}

const HEADING: &str = "outcome-heading";

/// Every figure, and what a project promised.
pub fn figure_lines(tr: Tr, figures: &Figures, targets: &[Target]) -> Vec<Line> {
    let whole = entries(figures).into_iter().map(|entry| (entry.title(tr), entry));
    let parts = breakdowns(figures).into_iter().map(|entry| (entry.part(tr), entry));
    let told =
        |(title, entry): (String, Entry)| Line { title, definition: entry.definition(tr), entry, promised: None };
    let told = whole.chain(parts).map(told);
    let promised = targets.iter().map(|target| Line {
        title: target.title(tr),
        entry: Entry { name: format!("targets.{}", target.name), key: target.key, value: target.result },
        definition: target.rule(tr),
        promised: Some(target.promised),
    });
    told.chain(promised).collect()
}

/// Value, numerator, denominator, low and high.
fn worth(value: Value) -> [Cell; 5] {
    match value {
        Value::Unknown => Default::default(),
        Value::Count(count) => [count.into(), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
        Value::Rate(rate) => {
            let [low, high] = rate.interval.map_or([None, None], |interval| interval.map(Some)).map(Cell::share);
            [Cell::share(rate.rate), rate.numerator.into(), rate.denominator.into(), low, high]
        }
        Value::Span([low, high], _) => [Cell::Empty, Cell::Empty, Cell::Empty, Cell::share(low), Cell::share(high)],
    }
}
