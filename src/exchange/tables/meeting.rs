//! `meetings`: found again by course and date; two on one day differ in something else.

use chrono::NaiveDate;
use entity::{
    Meeting,
    meetings::{Attendance, Channel},
};

use super::{Column, Row, Table};
use crate::exchange::format::{PastDay, Reference, Whole, Word, column};

#[derive(Clone)]
pub struct MeetingRow {
    pub course_id: String,
    pub held_on: NaiveDate,
    pub minutes: Option<i32>,
    pub channel: Option<Channel>,
    pub attendance: Attendance,
}

/// A row of which nothing is read yet.
impl Default for MeetingRow {
    fn default() -> Self {
        Self {
            course_id: String::new(),
            held_on: NaiveDate::default(),
            minutes: None,
            channel: None,
            attendance: Attendance::Held,
        }
    }
}

impl Row for MeetingRow {
    const TABLE: Table = Table::Meetings;
    const UNIQUE: bool = false;
    const KEY: &'static str = "course_id";
    const KEY_PARTS: &'static str = "course and day";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("course_id", needed Reference, course_id).of(Table::Courses),
        column!("held_on", needed PastDay, held_on),
        column!("minutes", may Whole<0, 1440>, minutes),
        column!("channel", may Word<Channel>, channel),
        column!("attendance", needed Word<Attendance>, attendance),
    ];

    fn key(&self) -> String {
        format!("{} {}", self.held_on, self.course_id)
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
