//! What is told of an ending, and whether it can be so.

use chrono::NaiveDate;
use entity::{
    Course, Meeting,
    courses::{CourseClass, EndedBy},
    meetings::Attendance,
    referrals::Reason,
};
use sea_orm::DbErr;
use thiserror::Error;

use crate::{
    course::{ClassEvidence, access::NotRunning},
    form::ChangedMeanwhile,
    referral::ways::NewWay,
};

/// How a course ends, as staff tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    pub ended_on: NaiveDate,
    pub ended_by: EndedBy,
    /// Needed unless the course counts as completed.
    pub reason: Option<Reason>,
    /// How the last meetings were spaced.
    pub step_down: Option<String>,
    /// What the young person goes on to.
    pub onward_plan: Option<String>,
    /// For staff alone.
    pub ending_note: Option<String>,
    /// How it shall count when the rule says otherwise.
    pub override_class: Option<CourseClass>,
    pub override_reason: Option<String>,
    /// Somebody through whom the young person can be reached in twelve months.
    pub second_route: Option<NewWay>,
    /// Whether they saw what stood: then what they left empty was cleared. Otherwise it stays as it is.
    pub is_whole: bool,
}

impl Ending {
    /// What stands of a text after this ending.
    pub(super) fn standing(&self, told: Option<&String>, before: Option<&String>) -> Option<String> {
        told.or(before.filter(|_| !self.is_whole)).cloned()
    }
}

#[derive(Debug, Error, PartialEq)]
pub enum EndError {
    #[error("course-end-before-match")]
    BeforeMatch,
    #[error("course-end-in-future")]
    InFuture,
    /// Meetings lie within their course.
    #[error("course-end-before-last-meeting")]
    BeforeLastMeeting,
    #[error("course-end-reason-missing")]
    ReasonMissing,
    #[error("course-override-reason-missing")]
    OverrideReasonMissing,
    /// Both at once; each is said beside its field.
    #[error("course-end-reason-missing")]
    BothReasonsMissing,
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The evidence of the ending, if it can be so. Saying of a course what the rule says anyway is no override.
pub fn check(
    course: &Course,
    meetings: &[Meeting],
    ending: &Ending,
    today: NaiveDate,
) -> Result<ClassEvidence, EndError> {
    check_day(course, meetings, ending.ended_on, today)?;
    let evidence = evidence(course, meetings, ending);
    let is_unexplained = evidence.override_class.is_some() && evidence.override_reason.is_none();
    let is_without_reason = evidence.class() != CourseClass::Completed && ending.reason.is_none();
    match (is_unexplained, is_without_reason) {
        (true, true) => Err(EndError::BothReasonsMissing),
        (true, false) => Err(EndError::OverrideReasonMissing),
        (false, true) => Err(EndError::ReasonMissing),
        (false, false) => Ok(evidence),
    }
}

fn check_day(course: &Course, meetings: &[Meeting], ended_on: NaiveDate, today: NaiveDate) -> Result<(), EndError> {
    if ended_on < course.matched_on {
        return Err(EndError::BeforeMatch);
    }
    if ended_on > today {
        return Err(EndError::InFuture);
    }
    if meetings.iter().any(|meeting| meeting.held_on > ended_on) {
        return Err(EndError::BeforeLastMeeting);
    }
    Ok(())
}

fn evidence(course: &Course, meetings: &[Meeting], ending: &Ending) -> ClassEvidence {
    let by_rule = ClassEvidence::if_ended_on(course, held(meetings), ending.ended_on);
    let override_class = ending.override_class.filter(|class| *class != by_rule.rule_class);
    let override_reason = ending.override_reason.clone().filter(|_| override_class.is_some());
    ClassEvidence { override_class, override_reason, ..by_rule }
}

/// How many of these meetings were held.
pub(super) fn held(meetings: &[Meeting]) -> u32 {
    let held = meetings.iter().filter(|meeting| meeting.attendance == Attendance::Held).count();
    u32::try_from(held).unwrap_or(u32::MAX)
}
