//! `contact_attempts`: found again by course, kind and date; two on one day differ in channel or result.

use chrono::NaiveDate;
use entity::{
    ContactAttempt,
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::SurveyKind,
};
use sea_orm::ActiveEnum;

use super::{Column, Row, Table};
use crate::exchange::format::{PastDay, Reference, Word, column};

#[derive(Clone)]
pub struct AttemptRow {
    pub course_id: String,
    pub kind: SurveyKind,
    pub attempted_on: NaiveDate,
    pub channel: AttemptChannel,
    pub result: AttemptResult,
}

/// A row of which nothing is read yet.
impl Default for AttemptRow {
    fn default() -> Self {
        Self {
            course_id: String::new(),
            kind: SurveyKind::Exit,
            attempted_on: NaiveDate::default(),
            channel: AttemptChannel::Phone,
            result: AttemptResult::NoAnswer,
        }
    }
}

impl Row for AttemptRow {
    const TABLE: Table = Table::ContactAttempts;
    const UNIQUE: bool = false;
    const KEY: &'static str = "course_id";
    const KEY_PARTS: &'static str = "course, survey and day";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("course_id", needed Reference, course_id).of(Table::Courses),
        column!("kind", needed Word<SurveyKind>, kind),
        column!("attempted_on", needed PastDay, attempted_on),
        column!("channel", needed Word<AttemptChannel>, channel),
        column!("result", needed Word<AttemptResult>, result),
    ];

    fn key(&self) -> String {
        format!("{} {} {}", self.attempted_on, self.kind.to_value(), self.course_id)
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
