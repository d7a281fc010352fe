//! `meetings`: found again by course and date; two on one day differ in something else.

use chrono::NaiveDate;
use entity::{
    Meeting,
    meetings::{Attendance, Channel},
};
use sea_orm::ActiveEnum;

use super::{Cells, Column, Columns, Row, Table, keep, may, needed, shown, word};

pub const COLUMNS: &[Column] =
    &[needed("course_id"), needed("held_on"), may("minutes"), may("channel"), needed("attendance")];

#[derive(Clone)]
pub struct MeetingRow {
    pub course_id: String,
    pub held_on: NaiveDate,
    pub minutes: Option<i32>,
    pub channel: Option<Channel>,
    pub attendance: Attendance,
}

impl Row for MeetingRow {
    const TABLE: Table = Table::Meetings;
    const UNIQUE: bool = false;
    const KEY: &'static str = "course_id";

    fn read(cells: &mut Cells) -> Option<Self> {
        let (course_id, held_on) = (cells.needed_reference("course_id"), cells.needed_past_date("held_on"));
        let (minutes, channel) = (cells.number("minutes", 0, 1440), cells.word("channel"));
        let attendance = cells.needed_word("attendance");
        cells.points_to("course_id", Table::Courses, &course_id);
        let row = || Some(Self { course_id: course_id?, held_on: held_on?, minutes, channel, attendance: attendance? });
        cells.row(row())
    }

    fn key(&self) -> String {
        format!("{} {}", self.held_on, self.course_id)
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "minutes", &mut self.minutes, &known.minutes);
        keep(columns, "channel", &mut self.channel, &known.channel);
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.course_id.clone(),
            self.held_on.to_string(),
            shown(&self.minutes),
            word(&self.channel),
            self.attendance.to_value(),
        ]
    }
}

impl MeetingRow {
    pub fn of(meeting: &Meeting, course_id: &str) -> Self {
        Self {
            course_id: course_id.to_owned(),
            held_on: meeting.held_on,
            minutes: meeting.minutes,
            channel: meeting.channel,
            attendance: meeting.attendance,
        }
    }
}
