//! `courses`: found again by `course_id`.

use chrono::NaiveDate;
use entity::{courses::CourseClass, referrals::Reason};
use sea_orm::{ActiveEnum, Iterable};

use super::{Cells, Column, Columns, Row, Table, keep, may, needed, shown, word};

pub const COLUMNS: &[Column] = &[
    needed("course_id"),
    needed("referral_id"),
    needed("mentor_id"),
    needed("matched_on"),
    may("ended_on"),
    needed("status"),
    may("interruption_reason"),
    may("rematch_of"),
    may("goal"),
];

/// Whether a course runs, or how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseStatus {
    Active,
    Ended(CourseClass),
}

impl CourseStatus {
    const WORDS: [(&'static str, Self); 4] = [
        ("active", Self::Active),
        ("completed", Self::Ended(CourseClass::Completed)),
        ("interrupted", Self::Ended(CourseClass::Interrupted)),
        ("ended_early", Self::Ended(CourseClass::EndedEarly)),
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended(CourseClass::Completed) => "completed",
            Self::Ended(CourseClass::Interrupted) => "interrupted",
            Self::Ended(CourseClass::EndedEarly) => "ended_early",
        }
    }

    /// Whether `interruption_reason` may stand beside it.
    pub fn may_have_reason(self) -> bool {
        matches!(self, Self::Ended(CourseClass::Interrupted | CourseClass::EndedEarly))
    }
}

#[derive(Clone)]
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
    /// Not in the files: what the class of the course rests on, as far as it is known.
    pub planned_end_on: Option<NaiveDate>,
    /// Not in the files: what staff decided against the class rule.
    pub class_override: Option<CourseClass>,
}

impl Row for CourseRow {
    const TABLE: Table = Table::Courses;
    const UNIQUE: bool = true;
    const KEY: &'static str = "course_id";

    fn read(cells: &mut Cells) -> Option<Self> {
        let (course_id, referral_id) = (cells.needed_reference("course_id"), cells.needed_reference("referral_id"));
        let (mentor_id, matched_on) = (cells.needed_reference("mentor_id"), cells.needed_past_date("matched_on"));
        let (ended_on, status) = (cells.past_date("ended_on"), cells.needed_choice("status", &CourseStatus::WORDS));
        let (interruption_reason, rematch_of) = (cells.word("interruption_reason"), cells.reference("rematch_of"));
        let goal = cells.text("goal", 4000);
        cells.points_to("referral_id", Table::Referrals, &referral_id);
        cells.points_to("mentor_id", Table::Mentors, &mentor_id);
        cells.points_to("rematch_of", Table::Courses, &rematch_of);
        check_order(cells, matched_on, ended_on);
        if let Some(status) = status {
            check_status(cells, status, ended_on, interruption_reason);
        }
        let row = || {
            Some(Self {
                course_id: course_id?,
                referral_id: referral_id?,
                mentor_id: mentor_id?,
                matched_on: matched_on?,
                ended_on,
                status: status?,
                interruption_reason,
                rematch_of,
                goal,
                planned_end_on: None,
                class_override: None,
            })
        };
        cells.row(row())
    }

    fn key(&self) -> String {
        self.course_id.clone()
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "rematch_of", &mut self.rematch_of, &known.rematch_of);
        keep(columns, "goal", &mut self.goal, &known.goal);
        (self.planned_end_on, self.class_override) = (known.planned_end_on, known.class_override);
        if self.status == known.status {
            keep(columns, "ended_on", &mut self.ended_on, &known.ended_on);
            keep(columns, "interruption_reason", &mut self.interruption_reason, &known.interruption_reason);
        }
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.course_id.clone(),
            self.referral_id.clone(),
            self.mentor_id.clone(),
            self.matched_on.to_string(),
            shown(&self.ended_on),
            self.status.word().to_owned(),
            word(&self.interruption_reason),
            shown(&self.rematch_of),
            shown(&self.goal),
        ]
    }
}

fn check_order(cells: &mut Cells, matched_on: Option<NaiveDate>, ended_on: Option<NaiveDate>) {
    if let Some((matched, ended)) = matched_on.zip(ended_on)
        && ended < matched
    {
        cells.wrong("ended_on", format!("{ended} is before the match; allowed is {matched} or later"));
    }
}

/// What stands in the other columns must suit the status.
fn check_status(cells: &mut Cells, status: CourseStatus, ended_on: Option<NaiveDate>, reason: Option<Reason>) {
    let word = status.word();
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
    let reasons = Reason::iter().map(|reason| reason.to_value()).collect::<Vec<_>>().join(", ");
    format!("is empty, but the status is interrupted; allowed are {reasons}")
}

impl CourseRow {
    /// Whether the course takes a seat on a day: from the match to the day before its end.
    pub fn takes_seat_on(&self, day: NaiveDate) -> bool {
        self.matched_on <= day && self.ended_on.is_none_or(|ended| day < ended)
    }

    pub fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }
}
