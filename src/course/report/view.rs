//! One course as its partner may know it.

use chrono::NaiveDate;
use entity::{Course, Goal, courses::CourseClass, referrals::Reason};

use super::pages::Told;
use crate::{
    config::Rules,
    course::{ClassEvidence, Facts, pages::Fact, state},
    language::Tr,
    word::Worded,
};

/// What is told of a course, running or ended.
pub fn told(tr: Tr, course: &Course, facts: &Facts, goals: &[Goal], rules: &Rules, today: NaiveDate) -> Told {
    let stands = state(course, facts, rules, today);
    let from = tr.date(&course.matched_on);
    Told {
        period: match &course.ended_on {
            Some(ended) => tr.t2("course-report-period", "from", from, "to", tr.date(ended)),
            None => tr.t1("course-report-since", "from", from),
        },
        badge: stands.badge_of(course),
        state: stands.label(tr),
        facts: lines(tr, course, facts, goals),
    }
}

fn lines(tr: Tr, course: &Course, facts: &Facts, goals: &[Goal]) -> Vec<Fact> {
    let mut lines = vec![Fact::new(tr.t("course-report-held"), facts.held.to_string())];
    if let Some(last) = &facts.last_held_on {
        lines.push(Fact::new(tr.t("course-report-last-held"), tr.date(last)));
    }
    if !goals.is_empty() {
        let reached = goals.iter().filter(|goal| goal.reached_on.is_some()).count();
        let steps = tr.t2("course-report-steps-of", "reached", reached, "steps", goals.len());
        lines.push(Fact::new(tr.t("course-report-steps"), steps));
    }
    if course.ended_on.is_none() {
        lines.push(Fact::new(tr.t("course-planned-end"), tr.date(&course.planned_end_on)));
    }
    lines.extend(ending(tr, course, facts.held));
    lines
}

/// Who ended it and why, unless it was completed. A concern is nothing to read on a page: staff phone.
fn ending(tr: Tr, course: &Course, held: u32) -> Vec<Fact> {
    let Some(evidence) = ClassEvidence::of(course, held) else { return Vec::new() };
    let mut lines = Vec::new();
    if evidence.class() != CourseClass::Completed {
        if let Some(by) = &course.ended_by {
            lines.push(Fact::new(tr.t("course-ended-by"), by.label(tr)));
        }
        if let Some(reason) = course.interruption_reason.filter(|reason| *reason != Reason::Concern) {
            lines.push(Fact::new(tr.t("course-end-reason"), reason.label_as(tr, "course-reason")));
        }
    }
    if let Some(plan) = &course.onward_plan {
        lines.push(Fact::new(tr.t("course-onward-plan"), plan));
    }
    lines
}
