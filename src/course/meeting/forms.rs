//! A meeting as typed.

use chrono::NaiveDate;
use entity::{Meeting, meetings::Attendance};
use serde::Deserialize;
use validator::Validate;

use super::{CorrectError, LogError, NewMeeting, RemoveError};
use crate::{
    course::words::{self, no_cpr_number},
    error::AppError,
    web::{DateParts, FieldErrors, FormError, typed::optional_text},
};

/// Nobody meets for longer than this many minutes in one go.
const LONGEST_MINUTES: i32 = 600;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct MeetingForm {
    pub attendance: String,
    pub held_on_day: String,
    pub held_on_month: String,
    pub held_on_year: String,
    pub minutes: String,
    pub channel: String,
    #[validate(length(max = 4000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub note: String,
}

impl MeetingForm {
    /// A meeting that was held on this day: what is most often logged.
    pub fn held(on: NaiveDate) -> Self {
        Self { attendance: words::word(&Attendance::Held), ..Self::default() }.on(on)
    }

    fn on(self, day: NaiveDate) -> Self {
        let DateParts { day, month, year } = day.into();
        Self { held_on_day: day, held_on_month: month, held_on_year: year, ..self }
    }

    pub fn held_on(&self) -> DateParts {
        DateParts::new(&self.held_on_day, &self.held_on_month, &self.held_on_year)
    }

    pub fn parse(&self) -> Result<NewMeeting, FieldErrors> {
        let mut errors = self.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let minutes = self.minutes().map_err(|key| errors.add("minutes", key)).unwrap_or_default();
        let held_on = self.held_on().date();
        let attendance = words::read(&self.attendance);
        if held_on.is_none() {
            errors.add("held_on", "course-meeting-day-missing");
        }
        if attendance.is_none() {
            errors.add("attendance", "course-meeting-attendance-missing");
        }
        let (Some(held_on), Some(attendance), true) = (held_on, attendance, errors.is_empty()) else {
            return Err(errors);
        };
        Ok(NewMeeting {
            held_on,
            minutes,
            channel: words::read(&self.channel),
            attendance,
            note: optional_text(&self.note),
        })
    }

    fn minutes(&self) -> Result<Option<i32>, &'static str> {
        let Some(typed) = optional_text(&self.minutes) else { return Ok(None) };
        let minutes = typed.parse().ok().filter(|minutes| (1..=LONGEST_MINUTES).contains(minutes));
        minutes.map(Some).ok_or("course-meeting-minutes-wrong")
    }
}

impl From<&Meeting> for MeetingForm {
    fn from(meeting: &Meeting) -> Self {
        let form = Self {
            attendance: words::word(&meeting.attendance),
            minutes: meeting.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            channel: meeting.channel.map(|channel| words::word(&channel)).unwrap_or_default(),
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
