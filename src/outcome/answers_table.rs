//! The answers to the questionnaires, one row each, without names and without words of their own.

use super::{Span, answers::Given};
use crate::{
    language::Tr,
    page::Sheet,
    questionnaire::instrument,
    record::Subject,
    spreadsheet::Cell,
    word::{Worded, YesNo},
};

type Column = (&'static str, fn(Tr, &Given) -> Cell);

/// The columns; the table of the definitions explains each, and each question.
pub const COLUMNS: [Column; 12] = [
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
];

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
