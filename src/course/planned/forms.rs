//! An agreed meeting as it is chosen and typed.

use chrono::{DateTime, Utc};
use entity::{
    PlannedMeeting,
    meetings::{Attendance, Channel},
};

use super::{
    NewPlan, PlanError, SettleError,
    plan::{check_day, check_time},
};
use crate::{
    clock::{instant_of, local_date, local_moment},
    error::AppError,
    form::{self, Day, FieldErrors, Form, FormError, Hour, Pick, Whole, form, typed},
};

form! {
    pub struct PlanForm {
        /// One of the days that were offered, if one was tapped.
        tapped_on: String,
        tapped_at: String,
        day: Day,
        hour: Hour,
        minutes: Whole<1, 600>,
        channel: Pick<Channel>,
        /// The sequence of the meeting that is changed, as it was shown.
        version: String,
    }

    /// What became of a meeting.
    pub struct AnswerForm {
        attendance: Pick<Attendance>,
    }
}

impl PlanForm {
    pub fn of(meeting: &PlannedMeeting) -> Self {
        Self::filled(|form| {
            form.day.set(local_date(meeting.starts_at));
            form.hour.set(local_moment(meeting.starts_at).time());
            form.minutes.set(meeting.minutes);
            form.channel.set(meeting.channel);
            form.version = meeting.sequence.to_string();
        })
    }

    /// The same with what was tapped in the place of what can be typed.
    #[must_use]
    pub fn settled(mut self) -> Self {
        if let Some(day) = typed::day(&std::mem::take(&mut self.tapped_on)) {
            self.day.set(day);
        }
        if let Some(hour) = typed::hour(&std::mem::take(&mut self.tapped_at)) {
            self.hour.set(hour);
        }
        self
    }

    pub fn parse(&self, now: DateTime<Utc>) -> Result<NewPlan, FieldErrors> {
        form::read(|errors| {
            let day = self.day.needed(errors, "course-planned-day-missing");
            let refusal = day.and_then(|day| check_day(local_date(now), day).err());
            let is_near = refusal.is_none();
            self.day.refuse(errors, refusal);
            let hour = self.hour.needed(errors, "course-planned-hour-missing");
            let starts_at = day.zip(hour).map(|(day, hour)| instant_of(day, hour));
            self.hour.refuse_if(errors, starts_at == Some(None), "course-planned-no-such-hour");
            let minutes = self.minutes.needed_number(errors);
            let channel = self.channel.needed(errors, "course-planned-channel-missing");
            let new = NewPlan { starts_at: starts_at??, minutes: minutes?, channel: channel? };
            self.hour.refuse(errors, check_time(now, &new).err().filter(|_| is_near));
            Some(new)
        })
    }

    /// What was seen of the meeting. What cannot be read is something that nobody has seen.
    pub fn seen(&self) -> i32 {
        self.version.parse().unwrap_or(-1)
    }
}

impl AnswerForm {
    pub fn parse(&self) -> Result<Attendance, FieldErrors> {
        form::read(|errors| self.attendance.needed(errors, "course-meeting-attendance-missing"))
    }
}

impl From<PlanError> for FormError {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::Db(error) => error.into(),
            PlanError::NotRunning(error) => AppError::from(error).into(),
            PlanError::Changed(changed) => changed.into(),
            PlanError::Gone => AppError::NotFound.into(),
            refusal => FieldErrors::on("day", refusal).into(),
        }
    }
}

impl From<SettleError> for FormError {
    fn from(error: SettleError) -> Self {
        match error {
            SettleError::Db(error) => error.into(),
            SettleError::NotFound => AppError::NotFound.into(),
        }
    }
}
