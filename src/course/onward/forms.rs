//! A plan as typed, and why none is needed.

use entity::{Course, OnwardPlan, onward_plans::NoPlan};

use super::{NewPlan, TellError, WaiveError};
use crate::{
    error::AppError,
    form::{self, ChangedMeanwhile, FieldErrors, Form, FormError, Pick, Seen, Text, form},
};

form! {
    pub struct OnwardForm {
        step_down: Text<2000>,
        onward: Text<4000>,
        seen: Seen,
    }

    pub struct WaiverForm {
        because: Pick<NoPlan>,
    }
}

impl OnwardForm {
    /// What stands: of the course, and what was said of its last meetings.
    pub fn of(course: &Course, said: Option<&OnwardPlan>) -> Self {
        Self::filled(|form| {
            form.step_down.set(said.and_then(|said| said.step_down.clone()));
            form.onward.set(course.onward_plan.clone());
        })
    }

    /// Whether what stands is what the form showed.
    pub fn unchanged(&self, course: &Course, said: Option<&OnwardPlan>) -> Result<(), ChangedMeanwhile> {
        self.seen.still(&Self::of(course, said).seen)
    }

    pub fn parse(&self) -> Result<NewPlan, FieldErrors> {
        form::read(|errors| {
            let step_down = self.step_down.read(errors);
            let onward = self.onward.needed(errors, "course-onward-missing");
            Some(NewPlan { step_down, onward: onward? })
        })
    }
}

impl WaiverForm {
    pub fn parse(&self) -> Result<NoPlan, FieldErrors> {
        form::read(|errors| self.because.needed(errors, "course-no-plan-missing"))
    }
}

impl From<TellError> for AppError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::Db(error) => error.into(),
            TellError::Course(error) => error.into(),
            TellError::Changed(changed) => changed.into(),
        }
    }
}

impl From<WaiveError> for FormError {
    fn from(error: WaiveError) -> Self {
        match error {
            WaiveError::Db(error) => error.into(),
            WaiveError::NotFound => AppError::NotFound.into(),
            WaiveError::StillRunning => AppError::ChangedMeanwhile.into(),
        }
    }
}
