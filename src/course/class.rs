//! The class rule: how an ended course counts, from the meetings that were held.

use chrono::NaiveDate;
use entity::{Course, courses::CourseClass};

/// From so many held meetings on, a course that ends is no interruption.
pub const ENOUGH_MEETINGS: u32 = 3;

/// How the rule counts a course with these facts, whatever staff decided.
///
/// No meeting: never met. One or two: interrupted after meeting. Three or more: completed when it ran to its planned
/// end, otherwise ended early, which is a class of its own.
pub fn rule_class(held: u32, planned_end_on: NaiveDate, ended_on: NaiveDate) -> CourseClass {
    if held < ENOUGH_MEETINGS {
        CourseClass::Interrupted
    } else if ended_on >= planned_end_on {
        CourseClass::Completed
    } else {
        CourseClass::EndedEarly
    }
}

/// How an ended course counts: as staff decided, otherwise as the rule says. A running course has no class.
pub fn class_of(course: &Course, held: u32) -> Option<CourseClass> {
    ClassEvidence::of(course, held).map(|evidence| evidence.class())
}

/// What the class of an ended course rests on, for people to see side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassEvidence {
    pub held: u32,
    pub planned_end_on: NaiveDate,
    pub ended_on: NaiveDate,
    pub rule_class: CourseClass,
    pub override_class: Option<CourseClass>,
    pub override_reason: Option<String>,
}

impl ClassEvidence {
    /// The evidence of an ended course, or none while it runs.
    pub fn of(course: &Course, held: u32) -> Option<Self> {
        let evidence = Self::if_ended_on(course, held, course.ended_on?);
        Some(Self {
            override_class: course.class_override,
            override_reason: course.override_reason.clone(),
            ..evidence
        })
    }

    /// What the rule would say of a course if it ended on this day.
    pub fn if_ended_on(course: &Course, held: u32, ended_on: NaiveDate) -> Self {
        Self {
            held,
            planned_end_on: course.planned_end_on,
            ended_on,
            rule_class: rule_class(held, course.planned_end_on, ended_on),
            override_class: None,
            override_reason: None,
        }
    }

    /// The class that counts.
    pub fn class(&self) -> CourseClass {
        self.override_class.unwrap_or(self.rule_class)
    }
}
