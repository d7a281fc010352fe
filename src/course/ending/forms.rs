//! An ending, a decision, a reopening and a rematch as typed.

use chrono::NaiveDate;
use entity::{
    Course, FollowUpTry, OnwardPlan,
    contact_ways::{Kinship, WayKind},
    courses::{CourseClass, EndedBy},
    referrals::Reason,
};

use super::{DecideClassError, EndError, Ending, RematchError, ReopenError, decide_class::Decision};
use crate::{
    error::AppError,
    form::{self, ChangedMeanwhile, Day, FieldErrors, Form, FormError, Name, Phone, Pick, Seen, Text, form, refusals},
    referral::ways::NewWay,
};

form! {
    pub struct EndingForm {
        ended_on: Day,
        ended_by: Pick<EndedBy>,
        reason: Pick<Reason>,
        step_down: Text<2000>,
        onward_plan: Text<4000>,
        ending_note: Text<4000>,
        override_class: Pick<CourseClass>,
        override_reason: Text<2000>,
        second_route_name: Name<120>,
        second_route_phone: Phone,
        second_route_relation: Pick<Kinship>,
        /// `yes`: they have agreed to be asked.
        second_route_agreed: String,
        seen: Seen,
        /// `confirm` ends the course, `edit` goes back to the form; anything else shows what the ending would mean.
        step: String,
    }

    /// How staff want an ended course to count.
    pub struct ClassForm {
        class: Pick<CourseClass>,
        reason: Text<2000>,
        end_reason: Pick<Reason>,
        seen: Seen,
    }

    /// Why an ending was wrong.
    pub struct ReopeningForm {
        reason: Text<2000>,
    }

    /// What the next mentor may know.
    pub struct RematchForm {
        handover: Text<4000>,
        seen: Seen,
    }
}

impl EndingForm {
    /// An ending today, with what was said of the time after it, and what an earlier ending of this course already said.
    /// The day is offered: it is no part of what was seen.
    pub fn of(course: &Course, said: Option<&OnwardPlan>, today: NaiveDate) -> Self {
        let course = course.clone();
        let mut form = Self::filled(|form| {
            form.step_down.set(said.and_then(|said| said.step_down.clone()));
            form.onward_plan.set(course.onward_plan);
            form.ending_note.set(course.ending_note);
        });
        form.ended_on.set(today);
        form
    }

    /// Whether what stands is what the form showed.
    pub fn unchanged(&self, course: &Course, said: Option<&OnwardPlan>) -> Result<(), ChangedMeanwhile> {
        self.seen.still(&Self::of(course, said, course.matched_on).seen)
    }

    /// Fills in the note with what was said at the review that came to a stop, where there is none yet. What staff do next is theirs:
    /// the partner reads what comes after the course.
    pub fn take_over(&mut self, said: &FollowUpTry) {
        if self.ending_note.is_blank() {
            self.ending_note.set(said.said.clone());
        }
    }

    pub fn parse(&self, course: &Course, today: NaiveDate) -> Result<Ending, FieldErrors> {
        form::read(|errors| {
            let ended_on = self.ended_on.past(errors, today, "error-date-parts");
            let is_early = ended_on.is_some_and(|ended_on| ended_on < course.matched_on);
            self.ended_on.refuse_if(errors, is_early, EndError::BeforeMatch);
            let ended_by = self.ended_by.needed(errors, "course-ended-by-missing");
            Some(Ending {
                reason: self.reason.read(errors),
                step_down: self.step_down.read(errors),
                onward_plan: self.onward_plan.read(errors),
                ending_note: self.ending_note.read(errors),
                override_class: self.override_class.read(errors),
                override_reason: self.override_reason.read(errors),
                second_route: self.second_route(errors),
                is_whole: self.seen != Seen::default(),
                ended_on: ended_on?,
                ended_by: ended_by?,
            })
        })
    }
}

impl EndingForm {
    /// Somebody who can be asked in a year: with a number, and only if they have agreed to it.
    fn second_route(&self, errors: &mut FieldErrors) -> Option<NewWay> {
        let (name, phone) = (self.second_route_name.read(errors), self.second_route_phone.read(errors));
        let relation = self.second_route_relation.read(errors);
        let is_named = !(self.second_route_name.is_blank() && self.second_route_phone.is_blank());
        if !is_named && ["", "yes"].contains(&self.second_route_agreed.as_str()) {
            return None;
        }
        self.second_route_name.refuse_if(errors, self.second_route_name.is_blank(), "referral-way-name-missing");
        self.second_route_phone.refuse_if(errors, self.second_route_phone.is_blank(), "referral-way-phone-missing");
        if self.second_route_agreed != "yes" {
            errors.add("second_route_agreed", "referral-way-not-agreed");
        }
        Some(NewWay { kind: WayKind::SecondContact, name: name?, phone: phone?, relation })
    }
}

impl From<EndError> for FormError {
    fn from(error: EndError) -> Self {
        let field = match error {
            EndError::Db(error) => return error.into(),
            EndError::NotRunning(error) => return AppError::from(error).into(),
            EndError::Changed(changed) => return changed.into(),
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

impl ClassForm {
    pub fn of(course: &Course) -> Self {
        Self::filled(|form| {
            form.class.set(course.class_override);
            form.reason.set(course.override_reason.clone());
            form.end_reason.set(course.interruption_reason);
        })
    }

    pub fn parse(&self) -> Result<Decision, FieldErrors> {
        form::read(|errors| {
            Some(Decision {
                class: self.class.read(errors),
                reason: self.reason.read(errors),
                end_reason: self.end_reason.read(errors),
            })
        })
    }
}

impl From<DecideClassError> for FormError {
    fn from(error: DecideClassError) -> Self {
        match error {
            DecideClassError::Db(error) => error.into(),
            DecideClassError::Changed(changed) => changed.into(),
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

impl ReopeningForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.reason.needed(errors, "course-reason-missing"))
    }
}

refusals! {
    ReopenError { leaves Db; gone NotFound; overtaken StillRunning; else "reason"; }
}

impl RematchForm {
    /// What was written for the next mentor, or else this summary.
    pub fn of(course: &Course, summary: &str) -> Self {
        let mut form = Self::filled(|form| form.handover.set(course.handover.clone()));
        form.handover.set(course.handover.clone().unwrap_or_else(|| summary.to_owned()));
        form
    }

    pub fn parse(&self) -> Result<Option<String>, FieldErrors> {
        form::read(|errors| Some(self.handover.read(errors)))
    }
}

refusals! {
    RematchError { leaves Db, Changed; gone NotFound; overtaken StillRunning; else "handover"; }
}
