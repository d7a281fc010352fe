//! `surveys`: found again by course and kind.

use chrono::NaiveDate;
use entity::{
    Survey,
    surveys::{ActivityStatus, SurveyKind},
};
use sea_orm::ActiveEnum;

use super::{Cells, Column, Columns, Row, Table, keep, may, needed, shown, word};

pub const COLUMNS: &[Column] =
    &[needed("course_id"), needed("kind"), needed("due_on"), may("answered_on"), may("status")];

#[derive(Clone)]
pub struct SurveyRow {
    pub course_id: String,
    pub kind: SurveyKind,
    pub due_on: NaiveDate,
    pub answered_on: Option<NaiveDate>,
    pub status: Option<ActivityStatus>,
}

impl Row for SurveyRow {
    const TABLE: Table = Table::Surveys;
    const UNIQUE: bool = true;
    const KEY: &'static str = "course_id";
    const KEY_PARTS: &'static str = "course and kind";

    fn read(cells: &mut Cells) -> Option<Self> {
        let (course_id, kind) = (cells.needed_reference("course_id"), cells.needed_word("kind"));
        let due_on = cells.needed_date("due_on");
        let (answered_on, status) = (cells.past_date("answered_on"), cells.word("status"));
        match (answered_on, status) {
            (None, Some(_)) => {
                cells.warn("answered_on", "is not known, but there is an answer; it counts as none without its day")
            }
            (Some(_), None) => {
                cells.warn("status", "is empty, but there is a day of the answer; it counts as no answer")
            }
            _ => (),
        }
        cells.points_to("course_id", Table::Courses, &course_id);
        let row = || Some(Self { course_id: course_id?, kind: kind?, due_on: due_on?, answered_on, status });
        cells.row(row())
    }

    fn key(&self) -> String {
        format!("{} {}", self.kind.to_value(), self.course_id)
    }

    fn shown_key(&self) -> String {
        format!("{} {}", self.course_id, self.kind.to_value())
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "answered_on", &mut self.answered_on, &known.answered_on);
        keep(columns, "status", &mut self.status, &known.status);
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.course_id.clone(),
            self.kind.to_value(),
            self.due_on.to_string(),
            shown(&self.answered_on),
            word(&self.status),
        ]
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
