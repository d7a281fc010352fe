//! The answers to the questionnaires, one row each, without names and without words of their own.

use sea_orm::ActiveEnum;

use super::{Span, answers::Given};
use crate::{language::Tr, page::Sheet, questionnaire::instrument, record::Subject, spreadsheet::Cell};

type Column = (&'static str, fn(&Given) -> Cell);

/// The columns; the table of the definitions explains each, and each question.
pub const COLUMNS: [Column; 12] = [
    ("course", |given| given.course.clone().into()),
    ("instrument", |given| given.instrument.clone().into()),
    ("instrument_version", |given| given.version.into()),
    ("side", |given| instrument(&given.instrument).map(|asked| asked.side.to_value()).into()),
    ("wave", |given| given.wave.to_value().into()),
    ("is_baseline", |given| given.is_baseline().map(|is| if is { "yes" } else { "no" }).into()),
    ("item", |given| given.item.clone().into()),
    ("value", |given| given.value.clone().into()),
    ("missing", |given| given.missing.map(|word| word.to_value()).into()),
    ("answered_on", |given| given.answered_on.into()),
    ("through", |given| given.through.to_value().into()),
    ("language", |given| given.language.clone().into()),
];

/// Without names, but each row is what somebody said of one course.
pub fn answers_table(tr: Tr, span: Span) -> Sheet<'static, Given> {
    let sheet = Sheet::telling_of(tr, span.file_name("answers"), |given: &Given| Subject::OfCourse(given.course_id));
    COLUMNS.into_iter().fold(sheet, |sheet, (name, cell)| sheet.named("outcome-heading", name, cell))
}
