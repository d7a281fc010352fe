//! `courses`: found again by `course_id`.

use chrono::NaiveDate;
use entity::{
    courses::{self, CourseClass, EndedBy},
    referrals::Reason,
};
use sea_orm::ActiveValue::Set;

use super::{Cells, Column, Columns, Row, Table};
use crate::{
    exchange::format::{PastDay, Reference, Text, Word, column, keep_columns},
    word::Worded,
};

/// Whether a course runs, or how it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CourseStatus {
    #[default]
    Active,
    Ended(CourseClass),
}

/// A word of the files alone: no page says it.
impl Worded for CourseStatus {
    const KEY: &'static str = "";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Active, "active", ""),
        (Self::Ended(CourseClass::Completed), "completed", ""),
        (Self::Ended(CourseClass::Interrupted), "interrupted", ""),
        (Self::Ended(CourseClass::EndedEarly), "ended_early", ""),
    ];
}

impl CourseStatus {
    /// Whether `interruption_reason` may stand beside it.
    pub fn may_have_reason(self) -> bool {
        matches!(self, Self::Ended(CourseClass::Interrupted | CourseClass::EndedEarly))
    }
}

#[derive(Clone, Default)]
pub struct CourseRow {
    pub course_id: String,
    pub referral_id: String,
    pub mentor_id: String,
    pub matched_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
    pub status: CourseStatus,
    pub interruption_reason: Option<Reason>,
    pub rematch_of: Option<String>,
    pub goal: Option<String>,
    pub ended_by: Option<EndedBy>,
    /// Not in the files: what the class of the course rests on, as far as it is known.
    pub planned_end_on: Option<NaiveDate>,
    /// Not in the files: what staff decided against the class rule.
    pub class_override: Option<CourseClass>,
}

impl Row for CourseRow {
    const TABLE: Table = Table::Courses;
    const UNIQUE: bool = true;
    const KEY: &'static str = "course_id";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("course_id", needed Reference, course_id),
        column!("referral_id", needed Reference, referral_id).of(Table::Referrals),
        column!("mentor_id", needed Reference, mentor_id).of(Table::Mentors),
        column!("matched_on", needed PastDay, matched_on),
        column!("ended_on", may PastDay, ended_on),
        column!("status", needed Word<CourseStatus>, status),
        column!("interruption_reason", may Word<Reason>, interruption_reason),
        column!("rematch_of", may Reference, rematch_of).of(Table::Courses),
        column!("goal", may Text<4000>, goal),
        column!("ended_by", may Word<EndedBy>, ended_by).if_known(),
    ];

    fn key(&self) -> String {
        self.course_id.clone()
    }

    fn check(&self, cells: &mut Cells) {
        if let Some(ended) = self.ended_on
            && cells.are_read(&["matched_on"])
            && ended < self.matched_on
        {
            let matched = self.matched_on;
            cells.wrong("ended_on", format!("{ended} is before the match; allowed is {matched} or later"));
        }
        if cells.are_read(&["status"]) {
            check_status(cells, self.status, self.ended_on, self.interruption_reason);
            if self.ended_by.is_some() && self.status == CourseStatus::Active {
                cells.wrong("ended_by", "is set, but the status is active; leave it empty, or change the status");
            }
        }
    }

    /// How it ended belongs to the status.
    fn keep(&mut self, known: &Self, columns: &Columns) {
        let ending = (self.ended_on, self.interruption_reason);
        keep_columns(self, known, columns);
        (self.planned_end_on, self.class_override) = (known.planned_end_on, known.class_override);
        if self.status != known.status {
            (self.ended_on, self.interruption_reason) = ending;
        }
        self.ended_by = self.ended_by.filter(|_| !self.is_open());
    }
}

/// What stands in the other columns must suit the status.
fn check_status(cells: &mut Cells, status: CourseStatus, ended_on: Option<NaiveDate>, reason: Option<Reason>) {
    let word = status.code();
    match (status, ended_on) {
        (CourseStatus::Active, Some(_)) => {
            cells.wrong("ended_on", "is set, but the status is active; leave it empty, or change the status");
        }
        (CourseStatus::Ended(_), None) if cells.is_plainly_empty("ended_on") => {
            cells.wrong(
                "ended_on",
                format!("is empty, but the status is {word}; write the day on which the course ended"),
            );
        }
        _ => (),
    }
    if reason.is_some() && !status.may_have_reason() {
        let what = format!("is set, but the status is {word}; allowed is a reason with interrupted or ended_early");
        cells.wrong("interruption_reason", what);
    }
    let needs_reason = status == CourseStatus::Ended(CourseClass::Interrupted);
    if needs_reason && reason.is_none() && cells.is_plainly_empty("interruption_reason") {
        cells.wrong("interruption_reason", needs_a_reason());
    }
}

/// The sentence for an interrupted course without a reason.
pub fn needs_a_reason() -> String {
    let reasons = Reason::all().map(|reason| reason.code()).collect::<Vec<_>>().join(", ");
    format!("is empty, but the status is interrupted; allowed are {reasons}")
}

impl CourseRow {
    /// Writes what stands in the record itself. What points to other records, and what the class says, is the writer's.
    pub fn put(&self, record: &mut courses::ActiveModel) {
        let Self {
            course_id,
            matched_on,
            ended_on,
            interruption_reason,
            goal,
            ended_by,
            referral_id: _,
            mentor_id: _,
            status: _,
            rematch_of: _,
            planned_end_on: _,
            class_override: _,
        } = self.clone();
        record.reference = Set(course_id);
        record.matched_on = Set(matched_on);
        record.ended_on = Set(ended_on);
        record.interruption_reason = Set(interruption_reason);
        record.goal = Set(goal);
        record.ended_by = Set(ended_by);
    }

    /// Whether the course takes a seat on a day: from the match to the day before its end.
    pub fn takes_seat_on(&self, day: NaiveDate) -> bool {
        self.matched_on <= day && self.ended_on.is_none_or(|ended| day < ended)
    }

    pub fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }
}
