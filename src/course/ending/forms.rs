//! An ending, a decision, a reopening and a rematch as typed.

use chrono::NaiveDate;
use entity::{Course, courses::EndedBy};
use serde::Deserialize;
use validator::Validate;

use super::{DecideClassError, EndError, Ending, RematchError, ReopenError, decide_class::Decision};
use crate::{
    course::words::{self, no_cpr_number},
    error::AppError,
    web::{
        DateParts, FieldErrors, FormError,
        typed::{line, optional_text, phone, readable_phone},
    },
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct EndingForm {
    pub ended_on_day: String,
    pub ended_on_month: String,
    pub ended_on_year: String,
    pub ended_by: String,
    pub reason: String,
    #[validate(length(max = 4000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub onward_plan: String,
    #[validate(length(max = 4000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub ending_note: String,
    pub override_class: String,
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub override_reason: String,
    #[validate(length(max = 120, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub second_route_name: String,
    pub second_route_phone: String,
    /// `confirm` ends the course, `edit` goes back to the form; anything else shows what the ending would mean.
    pub step: String,
}

impl EndingForm {
    /// An ending today, with what an earlier ending of this course already said.
    pub fn of(course: &Course, today: NaiveDate) -> Self {
        let DateParts { day, month, year } = today.into();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            ended_on_day: day,
            ended_on_month: month,
            ended_on_year: year,
            onward_plan: text(&course.onward_plan),
            ending_note: text(&course.ending_note),
            second_route_name: text(&course.second_route_name),
            second_route_phone: course.second_route_phone.as_deref().map(readable_phone).unwrap_or_default(),
            ..Self::default()
        }
    }

    pub fn ended_on(&self) -> DateParts {
        DateParts::new(&self.ended_on_day, &self.ended_on_month, &self.ended_on_year)
    }

    pub fn parse(&self) -> Result<Ending, FieldErrors> {
        let mut errors = self.validate().map_err(FieldErrors::from).err().unwrap_or_default();
        let (ended_on, ended_by) = (self.ended_on().date(), words::read::<EndedBy>(&self.ended_by));
        let second_phone = phone(&self.second_route_phone);
        if ended_on.is_none() {
            errors.add("ended_on", "course-date-missing");
        }
        if ended_by.is_none() {
            errors.add("ended_by", "course-ended-by-missing");
        }
        if second_phone.is_none() && !self.second_route_phone.trim().is_empty() {
            errors.add("second_route_phone", "course-phone-wrong");
        }
        let (Some(ended_on), Some(ended_by), true) = (ended_on, ended_by, errors.is_empty()) else {
            return Err(errors);
        };
        Ok(Ending {
            ended_on,
            ended_by,
            reason: words::read(&self.reason),
            onward_plan: optional_text(&self.onward_plan),
            ending_note: optional_text(&self.ending_note),
            override_class: words::read(&self.override_class),
            override_reason: optional_text(&self.override_reason),
            second_route_name: Some(line(&self.second_route_name)).filter(|name| !name.is_empty()),
            second_route_phone: second_phone,
        })
    }
}

impl From<EndError> for FormError {
    fn from(error: EndError) -> Self {
        let field = match error {
            EndError::Db(error) => return error.into(),
            EndError::NotRunning(error) => return AppError::from(error).into(),
            EndError::BeforeMatch | EndError::InFuture | EndError::BeforeLastMeeting => "ended_on",
            EndError::ReasonMissing => "reason",
            EndError::OverrideReasonMissing => "override_reason",
        };
        FieldErrors::on(field, error).into()
    }
}

/// How staff want an ended course to count.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ClassForm {
    pub class: String,
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub reason: String,
    pub end_reason: String,
}

impl ClassForm {
    pub fn of(course: &Course) -> Self {
        Self {
            class: course.class_override.map(|class| words::word(&class)).unwrap_or_default(),
            reason: course.override_reason.clone().unwrap_or_default(),
            end_reason: course.interruption_reason.map(|reason| words::word(&reason)).unwrap_or_default(),
        }
    }

    pub fn parse(&self) -> Result<Decision, FieldErrors> {
        self.validate()?;
        Ok(Decision {
            class: words::read(&self.class),
            reason: optional_text(&self.reason),
            end_reason: words::read(&self.end_reason),
        })
    }
}

impl From<DecideClassError> for FormError {
    fn from(error: DecideClassError) -> Self {
        match error {
            DecideClassError::Db(error) => error.into(),
            DecideClassError::NotFound => AppError::NotFound.into(),
            DecideClassError::StillRunning => AppError::ChangedMeanwhile.into(),
            refusal @ DecideClassError::ReasonMissing => FieldErrors::on("reason", refusal).into(),
            refusal @ DecideClassError::EndReasonMissing => FieldErrors::on("end_reason", refusal).into(),
        }
    }
}

/// Why an ending was wrong.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ReopeningForm {
    #[validate(length(max = 2000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub reason: String,
}

impl ReopeningForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        self.validate()?;
        optional_text(&self.reason).ok_or_else(|| FieldErrors::on("reason", "course-reason-missing"))
    }
}

impl From<ReopenError> for FormError {
    fn from(error: ReopenError) -> Self {
        match error {
            ReopenError::Db(error) => error.into(),
            ReopenError::NotFound => AppError::NotFound.into(),
            ReopenError::StillRunning => AppError::ChangedMeanwhile.into(),
            refusal => FieldErrors::on("reason", refusal).into(),
        }
    }
}

/// What the next mentor may know.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct RematchForm {
    #[validate(length(max = 4000, message = "course-text-too-long"), custom(function = "no_cpr_number"))]
    pub handover: String,
}

impl From<RematchError> for FormError {
    fn from(error: RematchError) -> Self {
        match error {
            RematchError::Db(error) => error.into(),
            RematchError::NotFound => AppError::NotFound.into(),
            RematchError::StillRunning => AppError::ChangedMeanwhile.into(),
            refusal => FieldErrors::on("handover", refusal).into(),
        }
    }
}
