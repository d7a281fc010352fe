//! An agreement and a step as typed.

use entity::Course;

use super::{AgreeError, Agreement, agree::check_end};
use crate::form::{self, Day, FieldErrors, Form, Line, Text, form, refusals};

form! {
    pub struct AgreementForm {
        goal: Text<2000>,
        role_agreement: Text<2000>,
        rhythm: Line<120>,
        planned_end_on: Day,
        version: String,
    }

    /// A step on the way.
    pub struct GoalForm {
        text: Text<500>,
    }

    /// Whether a step is reached: `yes` or anything else.
    pub struct ReachedForm {
        reached: String,
    }
}

impl AgreementForm {
    pub fn parse(&self, course: &Course) -> Result<Agreement, FieldErrors> {
        form::read(|errors| {
            let goal = self.goal.needed(errors, "course-goal-missing");
            let role_agreement = self.role_agreement.read(errors);
            let rhythm = self.rhythm.read(errors);
            let planned_end_on = self.planned_end_on.needed(errors, "error-date-parts");
            self.planned_end_on.refuse(errors, planned_end_on.and_then(|end| check_end(course, end).err()));
            // A version that cannot be read is one that nobody has seen.
            let version = self.version.parse().unwrap_or(-1);
            Some(Agreement { goal: goal?, role_agreement, rhythm, planned_end_on: planned_end_on?, version })
        })
    }
}

impl From<&Course> for AgreementForm {
    fn from(course: &Course) -> Self {
        Self::filled(|form| {
            form.goal.set(course.goal.clone());
            form.role_agreement.set(course.role_agreement.clone());
            form.rhythm.set(course.rhythm.clone());
            form.planned_end_on.set(course.planned_end_on);
            form.version = course.version.to_string();
        })
    }
}

impl GoalForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.text.needed(errors, "course-goal-step-missing"))
    }
}

refusals! {
    AgreeError { leaves Db, NotRunning; overtaken ChangedMeanwhile; "planned_end_on" EndOutsideMonths | EndExtended; }
}
