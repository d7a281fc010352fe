//! A meeting as typed.

use chrono::NaiveDate;
use entity::{
    Course, Meeting,
    meetings::{Attendance, Channel},
};

use super::{CorrectError, LogError, NewMeeting, RemoveError, log::check_day};
use crate::{
    error::AppError,
    form::{self, Day, FieldErrors, Form, FormError, Pick, Seen, Text, Whole, form, refusals},
};

form! {
    pub struct MeetingForm {
        attendance: Pick<Attendance>,
        held_on: Day,
        /// Nobody meets for longer in one go.
        minutes: Whole<1, 600>,
        channel: Pick<Channel>,
        note: Text<4000>,
        seen: Seen,
    }
}

impl MeetingForm {
    /// A meeting that was held on this day: what is most often logged.
    pub fn held(on: NaiveDate) -> Self {
        Self::filled(|form| {
            form.attendance.set(Attendance::Held);
            form.held_on.set(on);
        })
    }

    /// What somebody said of a meeting that was agreed, as far as the agreement tells it.
    pub fn of(new: &NewMeeting) -> Self {
        Self::filled(|form| {
            form.attendance.set(new.attendance);
            form.held_on.set(new.held_on);
            form.minutes.set(new.minutes);
            form.channel.set(new.channel);
        })
    }

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<NewMeeting, FieldErrors> {
        form::read(|errors| {
            let held_on = self.held_on.needed(errors, "course-meeting-day-missing");
            self.held_on.refuse(errors, held_on.and_then(|held_on| check_day(course, held_on, today).err()));
            let attendance = self.attendance.needed(errors, "course-meeting-attendance-missing");
            Some(NewMeeting {
                minutes: self.minutes.read(errors),
                channel: self.channel.read(errors),
                note: self.note.read(errors),
                held_on: held_on?,
                attendance: attendance?,
            })
        })
    }
}

impl From<&Meeting> for MeetingForm {
    fn from(meeting: &Meeting) -> Self {
        Self::filled(|form| {
            form.attendance.set(meeting.attendance);
            form.held_on.set(meeting.held_on);
            form.minutes.set(meeting.minutes);
            form.channel.set(meeting.channel);
            form.note.set(meeting.note.clone());
        })
    }
}

refusals! {
    LogError { leaves Db; gone NotFound; overtaken Ended; "note" SaidBefore; else "held_on"; }
}

impl From<CorrectError> for FormError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::Db(error) => error.into(),
            CorrectError::Changed(changed) => changed.into(),
            CorrectError::NotFound => AppError::NotFound.into(),
            CorrectError::Refused(refusal) => refusal.into(),
        }
    }
}

refusals! {
    RemoveError { leaves Db; gone NotFound; overtaken Ended; "held_on" ChangesClass | Stopped; }
}
