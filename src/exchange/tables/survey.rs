//! `surveys`: found again by course and kind.

use chrono::NaiveDate;
use entity::{
    Survey,
    surveys::{ActivityStatus, SurveyKind},
};
use sea_orm::ActiveEnum;

use super::{Cells, Column, Row, Table};
use crate::exchange::format::{Day, PastDay, Reference, Word, column};

#[derive(Clone)]
pub struct SurveyRow {
    pub course_id: String,
    pub kind: SurveyKind,
    pub due_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub status: Option<ActivityStatus>,
}

/// A row of which nothing is read yet.
impl Default for SurveyRow {
    fn default() -> Self {
        Self {
            course_id: String::new(),
            kind: SurveyKind::Exit,
            due_on: NaiveDate::default(),
            answered_on: None,
            status: None,
        }
    }
}

impl Row for SurveyRow {
    const TABLE: Table = Table::Surveys;
    const UNIQUE: bool = true;
    const KEY: &'static str = "course_id";
    const KEY_PARTS: &'static str = "course and kind";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("course_id", needed Reference, course_id).of(Table::Courses),
        column!("kind", needed Word<SurveyKind>, kind),
        column!("due_on", needed Day, due_on),
        column!("answered_on", may PastDay, answered_on),
        column!("status", may Word<ActivityStatus>, status),
    ];

    fn key(&self) -> String {
        format!("{} {}", self.kind.to_value(), self.course_id)
    }

    fn shown_key(&self) -> String {
        format!("{} {}", self.course_id, self.kind.to_value())
    }

    fn check(&self, cells: &mut Cells) {
        match (self.answered_on, self.status) {
            (None, Some(_)) => {
                cells.warn("answered_on", "is not known, but there is an answer; it counts as none without its day")
            }
            (Some(_), None) => {
                cells.warn("status", "is empty, but there is a day of the answer; it counts as no answer")
            }
            _ => (),
        }
    }
}

impl SurveyRow {
    pub fn of(survey: &Survey, course_id: &str) -> Self {
        Self {
            course_id: course_id.to_owned(),
            kind: survey.kind,
            due_on: survey.due_on,
            answered_on: survey.answered_on,
            status: survey.status,
        }
    }
}
