//! An ending, a decision, a reopening and a rematch as typed.

use chrono::NaiveDate;
use entity::{
    Course,
    courses::{CourseClass, EndedBy},
    referrals::Reason,
};
use serde::Deserialize;

use super::{DecideClassError, EndError, Ending, RematchError, ReopenError, decide_class::Decision};
use crate::{
    error::AppError,
    form::{DateParts, FieldErrors, FormError, typed::readable_phone},
    word::Worded,
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EndingForm {
    pub ended_on_day: String,
    pub ended_on_month: String,
    pub ended_on_year: String,
    pub ended_by: String,
    pub reason: String,
    pub onward_plan: String,
    pub ending_note: String,
    pub override_class: String,
    pub override_reason: String,
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

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<Ending, FieldErrors> {
        let mut errors = FieldErrors::default();
        let ended_on = errors.past_day("ended_on", &self.ended_on(), today, "error-date-parts");
        let is_early = ended_on.is_some_and(|ended_on| ended_on < course.matched_on);
        errors.refuse_if("ended_on", is_early, EndError::BeforeMatch);
        let ended_by = EndedBy::read(&self.ended_by);
        errors.refuse_if("ended_by", ended_by.is_none(), "course-ended-by-missing");
        let override_class = CourseClass::read(&self.override_class);
        let override_reason = errors.text("override_reason", &self.override_reason, 2000);
        let onward_plan = errors.text("onward_plan", &self.onward_plan, 4000);
        let ending_note = errors.text("ending_note", &self.ending_note, 4000);
        let second_route_name = errors.name("second_route_name", &self.second_route_name, 120);
        let second_route_phone = errors.phone("second_route_phone", &self.second_route_phone);
        let ended = ended_on.zip(ended_by).map(|(ended_on, ended_by)| Ending {
            ended_on,
            ended_by,
            reason: Reason::read(&self.reason),
            onward_plan,
            ending_note,
            override_class,
            override_reason,
            second_route_name,
            second_route_phone,
        });
        errors.done(ended)
    }
}

impl From<EndError> for FormError {
    fn from(error: EndError) -> Self {
        let field = match error {
            EndError::Db(error) => return error.into(),
            EndError::NotRunning(error) => return AppError::from(error).into(),
            EndError::BeforeMatch | EndError::InFuture | EndError::BeforeLastMeeting => "ended_on",
            EndError::ReasonMissing => "reason",
            EndError::BothReasonsMissing => {
                let mut errors = FieldErrors::on("override_reason", EndError::OverrideReasonMissing);
                errors.add("reason", EndError::ReasonMissing);
                return errors.into();
            }
            EndError::OverrideReasonMissing => "override_reason",
        };
        FieldErrors::on(field, error).into()
    }
}

/// How staff want an ended course to count.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ClassForm {
    pub class: String,
    pub reason: String,
    pub end_reason: String,
}

impl ClassForm {
    pub fn of(course: &Course) -> Self {
        Self {
            class: course.class_override.map(|class| class.code().into_owned()).unwrap_or_default(),
            reason: course.override_reason.clone().unwrap_or_default(),
            end_reason: course.interruption_reason.map(|reason| reason.code().into_owned()).unwrap_or_default(),
        }
    }

    pub fn parse(&self) -> Result<Decision, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("reason", &self.reason, 2000);
        let (class, end_reason) = (CourseClass::read(&self.class), Reason::read(&self.end_reason));
        errors.done(Some(Decision { class, reason, end_reason }))
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
            DecideClassError::BothReasonsMissing => {
                let mut errors = FieldErrors::on("reason", DecideClassError::ReasonMissing);
                errors.add("end_reason", DecideClassError::EndReasonMissing);
                errors.into()
            }
        }
    }
}

/// Why an ending was wrong.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReopeningForm {
    pub reason: String,
}

impl ReopeningForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = errors.needed_text("reason", &self.reason, 2000, "course-reason-missing");
        errors.done(Some(reason))
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
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RematchForm {
    pub handover: String,
}

impl RematchForm {
    pub fn parse(&self) -> Result<Option<String>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let handover = errors.text("handover", &self.handover, 4000);
        errors.done(Some(handover))
    }
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
