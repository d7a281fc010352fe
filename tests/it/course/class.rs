//! The class rule.

use brobyg::course::{Class, ClassEvidence, class_of, rule_class};
use chrono::Days;

use super::course_row;
use crate::support::today;

#[track_caller]
fn check(held: u32, days_before_planned_end: u64, expected: Class) {
    let planned = today();
    let ended = planned - Days::new(days_before_planned_end);
    assert_eq!(rule_class(held, planned, ended), expected, "{held} held, ended {days_before_planned_end} days early");
}

#[test]
fn the_class_follows_from_held_meetings_and_the_planned_end() {
    for days_early in [0, 1, 90] {
        for held in [0, 1, 2] {
            check(held, days_early, Class::Interrupted);
        }
    }
    check(3, 0, Class::Completed);
    check(12, 0, Class::Completed);
    check(3, 1, Class::EndedEarly);
    check(12, 90, Class::EndedEarly);
}

#[test]
fn a_course_that_runs_past_its_planned_end_is_completed_when_it_ends() {
    assert_eq!(rule_class(3, today() - Days::new(40), today()), Class::Completed);
}

#[test]
fn a_running_course_has_no_class() {
    assert_eq!(class_of(&course_row(), 12), None);
}

#[test]
fn what_staff_decided_counts_and_the_rule_still_shows() {
    let mut course = course_row();
    course.ended_on = Some(today());
    course.class_override = Some(Class::Completed);
    course.override_reason = Some("De mødtes hver uge på arbejdspladsen".into());

    let evidence = ClassEvidence::of(&course, 1).unwrap();

    assert_eq!((evidence.rule_class, evidence.class()), (Class::Interrupted, Class::Completed));
    assert_eq!(class_of(&course, 1), Some(Class::Completed));
}
