//! `planned_meetings`: what is agreed and neither called off nor told of; found again by course, day and hour.

use chrono::{NaiveDate, NaiveTime};
use entity::{PlannedMeeting, meetings::Channel};

use super::{Column, Row, Table};
use crate::{
    clock::local_moment,
    exchange::format::{Day, Email, Hour, Reference, Whole, Word, column},
};

#[derive(Clone)]
pub struct PlannedRow {
    pub course_id: String,
    pub day: NaiveDate,
    /// As clocks in Denmark show it.
    pub hour: NaiveTime,
    pub minutes: i32,
    pub channel: Channel,
    /// Who wrote it down, by the address of their sign-in.
    pub suggested_by: Option<String>,
}

/// A row of which nothing is read yet.
impl Default for PlannedRow {
    fn default() -> Self {
        Self {
            course_id: String::new(),
            day: NaiveDate::default(),
            hour: NaiveTime::default(),
            minutes: 0,
            channel: Channel::InPerson,
            suggested_by: None,
        }
    }
}

impl Row for PlannedRow {
    const TABLE: Table = Table::PlannedMeetings;
    const UNIQUE: bool = true;
    const KEY: &'static str = "course_id";
    const KEY_PARTS: &'static str = "course, day and hour";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("course_id", needed Reference, course_id).of(Table::Courses),
        column!("day", needed Day, day),
        column!("hour", needed Hour, hour),
        column!("minutes", needed Whole<1, 600>, minutes),
        column!("channel", needed Word<Channel>, channel),
        column!("suggested_by", may Email, suggested_by),
    ];

    fn key(&self) -> String {
        format!("{} {} {}", self.day, self.hour, self.course_id)
    }
}

impl PlannedRow {
    pub fn of(meeting: &PlannedMeeting, course_id: &str, suggested_by: Option<&String>) -> Self {
        let at = local_moment(meeting.starts_at);
        Self {
            course_id: course_id.to_owned(),
            day: at.date(),
            hour: at.time(),
            minutes: meeting.minutes,
            channel: meeting.channel,
            suggested_by: suggested_by.cloned(),
        }
    }
}
