//! `contact_attempts`: found again by course, kind and date; two on one day differ in channel or result.

use chrono::NaiveDate;
use entity::{
    ContactAttempt,
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::SurveyKind,
};
use sea_orm::ActiveEnum;

use super::{Cells, Column, Columns, Row, Table, needed};

pub const COLUMNS: &[Column] =
    &[needed("course_id"), needed("kind"), needed("attempted_on"), needed("channel"), needed("result")];

#[derive(Clone)]
pub struct AttemptRow {
    pub course_id: String,
    pub kind: SurveyKind,
    pub attempted_on: NaiveDate,
    pub channel: AttemptChannel,
    pub result: AttemptResult,
}

impl Row for AttemptRow {
    const TABLE: Table = Table::ContactAttempts;
    const UNIQUE: bool = false;
    const KEY: &'static str = "course_id";

    fn read(cells: &mut Cells) -> Option<Self> {
        let (course_id, kind) = (cells.needed_reference("course_id"), cells.needed_word("kind"));
        let attempted_on = cells.needed_past_date("attempted_on");
        let (channel, result) = (cells.needed_word("channel"), cells.needed_word("result"));
        cells.points_to("course_id", Table::Courses, &course_id);
        let row = || {
            Some(Self {
                course_id: course_id?,
                kind: kind?,
                attempted_on: attempted_on?,
                channel: channel?,
                result: result?,
            })
        };
        cells.row(row())
    }

    fn key(&self) -> String {
        format!("{} {} {}", self.attempted_on, self.kind.to_value(), self.course_id)
    }

    fn keep(&mut self, _known: &Self, _columns: &Columns) {}

    fn cells(&self) -> Vec<String> {
        vec![
            self.course_id.clone(),
            self.kind.to_value(),
            self.attempted_on.to_string(),
            self.channel.to_value(),
            self.result.to_value(),
        ]
    }
}

impl AttemptRow {
    pub fn of(attempt: &ContactAttempt, course_id: &str) -> Self {
        Self {
            course_id: course_id.to_owned(),
            kind: attempt.kind,
            attempted_on: attempt.attempted_on,
            channel: attempt.channel,
            result: attempt.result,
        }
    }
}
