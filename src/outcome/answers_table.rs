//! The answers to the questionnaires, one row each, without names and without words of their own.

use super::{Span, answers::Given};
use crate::{
    language::Tr,
    page::Sheet,
    questionnaire::{Item, instrument},
    record::Subject,
    spreadsheet::Cell,
    word::{Worded, YesNo},
};

type Column = (&'static str, fn(Tr, &Given) -> Cell);

/// The columns; the table of the definitions explains each, and each question.
pub const COLUMNS: [Column; 14] = [
    ("course", |_, given| given.course.clone().into()),
    ("instrument", |_, given| given.instrument.clone().into()),
    ("instrument_version", |_, given| given.version.into()),
    ("side", |tr, given| instrument(&given.instrument).map(|asked| word(tr, asked.side)).into()),
    ("wave", |tr, given| word(tr, given.wave)),
    ("is_baseline", |tr, given| given.is_baseline().map(|is| word(tr, YesNo::from(is))).into()),
    ("item", |_, given| given.item.clone().into()),
    ("value", |_, given| given.value.clone().into()),
    ("missing", |tr, given| given.missing.map(|missing| word(tr, missing)).into()),
    ("answered_on", |_, given| given.answered_on.into()),
    ("through", |tr, given| word(tr, given.through)),
    ("language", |_, given| given.language.clone().into()),
    ("item_told", |tr, given| asked(given).map(|item| item.says.told(tr).to_owned()).into()),
    ("value_told", |tr, given| value_told(tr, given).into()),
];

/// The question, whether or not the scheme still asks it.
fn asked(given: &Given) -> Option<&'static Item> {
    instrument(&given.instrument)?.items.iter().find(|item| item.code == given.item)
}

/// What was answered in words; a step of a scale that has none is its number.
fn value_told(tr: Tr, given: &Given) -> Option<String> {
    let value = given.value.as_deref()?;
    Some(asked(given).and_then(|item| item.option(tr, value)).unwrap_or(value).to_owned())
}

/// Without names, but each row is what somebody said of one course.
pub fn answers_table(tr: Tr, span: Span) -> Sheet<'static, Given> {
    let sheet = Sheet::telling_of(tr, span.file_name("answers"), |given: &Given| Subject::OfCourse(given.course_id));
    COLUMNS
        .into_iter()
        .fold(sheet, |sheet, (name, cell)| sheet.named("outcome-heading", name, move |given: &Given| cell(tr, given)))
}

fn word(tr: Tr, word: impl Worded) -> Cell {
    Cell::word(word.label(tr), word.code())
}
