//! An agreement and a step as typed.

use chrono::NaiveDate;
use entity::{Course, CourseAgreement};

use super::{AgreeError, Agreement, agree::check_end, rhythm::Rhythm};
use crate::form::{self, Day, FieldErrors, Form, Line, Pick, Text, Whole, form, refusals};

form! {
    pub struct AgreementForm {
        goal: Text<2000>,
        role_agreement: Text<2000>,
        rhythm_every: Pick<Rhythm>,
        /// Days, where none of the usual rhythms is theirs.
        rhythm_own: Whole<3, 42>,
        rhythm: Line<120>,
        contact: Text<1000>,
        complaints: Text<1000>,
        planned_end_on: Day,
        version: String,
    }

    /// A step on the way.
    pub struct GoalForm {
        text: Text<500>,
        due: Day,
    }

    /// Whether somebody confirms what was agreed: `yes`, or nothing to read it first.
    pub struct ConfirmForm {
        confirmed: String,
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
            let rhythm_days = self.rhythm_days(errors);
            let rhythm = self.rhythm.read(errors);
            let (contact, complaints) = (self.contact.read(errors), self.complaints.read(errors));
            let planned_end_on = self.planned_end_on.needed(errors, "error-date-parts");
            self.planned_end_on.refuse(errors, planned_end_on.and_then(|end| check_end(course, end).err()));
            // A version that cannot be read is one that nobody has seen.
            let version = self.version.parse().unwrap_or(-1);
            let planned_end_on = planned_end_on?;
            Some(Agreement {
                goal: goal?,
                role_agreement,
                rhythm_days,
                rhythm,
                contact,
                complaints,
                planned_end_on,
                version,
            })
        })
    }

    /// Days that somebody typed are their own, also where they chose none.
    fn rhythm_days(&self, errors: &mut FieldErrors) -> Option<i32> {
        match self.rhythm_every.read(errors) {
            Some(Rhythm::Own) => self.rhythm_own.needed_number(errors),
            every => {
                let own = self.rhythm_own.read(errors);
                every.map_or(own, Rhythm::days)
            }
        }
    }
}

impl AgreementForm {
    /// What holds: of the course, and what stands in its newest version alone.
    pub fn of(course: &Course, holds: Option<&CourseAgreement>) -> Self {
        Self::filled(|form| {
            form.contact.set(holds.and_then(|holds| holds.contact.clone()));
            form.complaints.set(holds.and_then(|holds| holds.complaints.clone()));
            form.goal.set(course.goal.clone());
            form.role_agreement.set(course.role_agreement.clone());
            let every = course.rhythm_days.map(Rhythm::of);
            form.rhythm_every.set(every);
            form.rhythm_own.set(course.rhythm_days.filter(|_| every == Some(Rhythm::Own)));
            form.rhythm.set(course.rhythm.clone());
            form.planned_end_on.set(course.planned_end_on);
            form.version = course.version.to_string();
        })
    }
}

impl GoalForm {
    pub fn parse(&self) -> Result<(String, Option<NaiveDate>), FieldErrors> {
        form::read(|errors| {
            let text = self.text.needed(errors, "course-goal-step-missing");
            let due_on = self.due.read(errors);
            Some((text?, due_on))
        })
    }
}

refusals! {
    AgreeError { leaves Db, NotRunning; overtaken ChangedMeanwhile; "planned_end_on" EndOutsideMonths | EndExtended; }
}
