//! A meeting as typed.

use chrono::NaiveDate;
use entity::{
    Course, Meeting,
    meetings::{Attendance, Channel},
};
use serde::Deserialize;

use super::{CorrectError, LogError, NewMeeting, RemoveError, log::check_day};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError},
    word::Worded,
};

/// Nobody meets for longer than this many minutes in one go.
const LONGEST_MINUTES: i32 = 600;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MeetingForm {
    pub attendance: String,
    pub held_on_day: String,
    pub held_on_month: String,
    pub held_on_year: String,
    pub minutes: String,
    pub channel: String,
    pub note: String,
}

impl MeetingForm {
    /// A meeting that was held on this day: what is most often logged.
    pub fn held(on: NaiveDate) -> Self {
        Self { attendance: Attendance::Held.code().into_owned(), ..Self::default() }.on(on)
    }

    fn on(self, day: NaiveDate) -> Self {
        let DateParts { day, month, year } = day.into();
        Self { held_on_day: day, held_on_month: month, held_on_year: year, ..self }
    }

    pub fn held_on(&self) -> DateParts {
        DateParts::new(&self.held_on_day, &self.held_on_month, &self.held_on_year)
    }

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<NewMeeting, FieldErrors> {
        let mut errors = FieldErrors::default();
        let held_on = errors.needed_day("held_on", &self.held_on(), "course-meeting-day-missing");
        if let Some(Err(refusal)) = held_on.map(|held_on| check_day(course, held_on, today)) {
            errors.add("held_on", refusal);
        }
        let minutes = errors.whole("minutes", &self.minutes, 1..=LONGEST_MINUTES, "course-meeting-minutes-wrong");
        let attendance = Attendance::read(&self.attendance);
        errors.refuse_if("attendance", attendance.is_none(), "course-meeting-attendance-missing");
        let (channel, note) = (Channel::read(&self.channel), errors.text("note", &self.note, 4000));
        let held = held_on.zip(attendance);
        errors.done(held.map(|(held_on, attendance)| NewMeeting { held_on, minutes, channel, attendance, note }))
    }
}

impl From<&Meeting> for MeetingForm {
    fn from(meeting: &Meeting) -> Self {
        let form = Self {
            attendance: meeting.attendance.code().into_owned(),
            minutes: meeting.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            channel: meeting.channel.map(|channel| channel.code().into_owned()).unwrap_or_default(),
            note: meeting.note.clone().unwrap_or_default(),
            ..Self::default()
        };
        form.on(meeting.held_on)
    }
}

impl From<LogError> for FormError {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Db(error) => error.into(),
            LogError::NotFound => AppError::NotFound.into(),
            LogError::Ended => AppError::ChangedMeanwhile.into(),
            refusal => FieldErrors::on("held_on", refusal).into(),
        }
    }
}

impl From<CorrectError> for FormError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::Db(error) => error.into(),
            CorrectError::NotFound => AppError::NotFound.into(),
            CorrectError::Refused(refusal) => refusal.into(),
        }
    }
}

impl From<RemoveError> for FormError {
    fn from(error: RemoveError) -> Self {
        match error {
            RemoveError::Db(error) => error.into(),
            RemoveError::NotFound => AppError::NotFound.into(),
            RemoveError::Ended => AppError::ChangedMeanwhile.into(),
            refusal @ (RemoveError::ChangesClass | RemoveError::Stopped) => FieldErrors::on("held_on", refusal).into(),
        }
    }
}
