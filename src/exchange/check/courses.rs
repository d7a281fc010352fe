//! Courses: rematches follow ended courses, one course of a referral runs at a time, meetings lie within their course.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::courses::CourseClass;

use crate::{
    exchange::{
        merge::Entry,
        problem::{Place, Report, quoted},
        scheme::Scheme,
        tables::{CourseRow, CourseStatus, needs_a_reason},
    },
    word::Worded,
};

pub fn check(scheme: &Scheme, report: &mut Report) {
    for (place, entry) in scheme.courses.in_files() {
        ending(&entry.row, place, report);
        rematch(scheme, &entry.row, place, report);
    }
    rematched_once(scheme, report);
    one_runs(scheme, report);
    meetings(scheme, report);
}

/// What a file without the columns of the ending leaves open, and the database does not know.
fn ending(row: &CourseRow, place: &Place, report: &mut Report) {
    match (row.status, row.ended_on) {
        (CourseStatus::Ended(_), None) => {
            let what =
                format!("is empty, but the status is {}; write the day on which the course ended", row.status.code());
            report.error(place, "ended_on", what);
        }
        (CourseStatus::Active, Some(_)) => {
            report.error(place, "ended_on", "is set, but the status is active; leave it empty, or change the status");
        }
        (CourseStatus::Ended(_), Some(ended)) if ended < row.matched_on => {
            let what = format!("{ended} is before the match; allowed is {} or later", row.matched_on);
            report.error(place, "ended_on", what);
        }
        _ => (),
    }
    if row.status == CourseStatus::Ended(CourseClass::Interrupted) && row.interruption_reason.is_none() {
        report.error(place, "interruption_reason", needs_a_reason());
    }
}

fn rematch(scheme: &Scheme, row: &CourseRow, place: &Place, report: &mut Report) {
    let Some(before) = row.rematch_of.as_deref().and_then(|before| scheme.courses.get(before)) else { return };
    let (before, name) = (&before.row, quoted(&before.row.course_id));
    let what = if before.course_id == row.course_id {
        "a course cannot be a rematch of itself; allowed is an earlier course".to_owned()
    } else if before.referral_id != row.referral_id {
        let referral = quoted(&before.referral_id);
        format!("{name} belongs to the referral {referral}; allowed is a course of the same referral")
    } else if before.ended_on.is_none() {
        format!("{name} has not ended; allowed is an ended course")
    } else if before.ended_on > Some(row.matched_on) {
        format!("{name} ended after this course was matched; allowed is a course that had ended")
    } else if before.rematch_of.as_ref() == Some(&row.course_id) {
        format!("{name} is a rematch of this course; allowed is an earlier course")
    } else {
        return;
    };
    report.error(place, "rematch_of", what);
}

fn rematched_once(scheme: &Scheme, report: &mut Report) {
    let mut first: HashMap<&str, &CourseRow> = HashMap::new();
    for entry in known_first(scheme) {
        let Some(before) = entry.row.rematch_of.as_deref() else { continue };
        let other = first.entry(before).or_insert(&entry.row);
        if let Some(place) = &entry.place
            && other.course_id != entry.row.course_id
        {
            let (before, other) = (quoted(before), quoted(&other.course_id));
            report.error(
                place,
                "rematch_of",
                format!("{before} is followed by {other} already; allowed is one rematch"),
            );
        }
    }
}

fn one_runs(scheme: &Scheme, report: &mut Report) {
    let mut running: HashMap<&str, &CourseRow> = HashMap::new();
    for entry in known_first(scheme).filter(|entry| entry.row.is_open()) {
        let other = running.entry(&entry.row.referral_id).or_insert(&entry.row);
        if let Some(place) = &entry.place
            && other.course_id != entry.row.course_id
        {
            let (referral, other) = (quoted(&entry.row.referral_id), quoted(&other.course_id));
            let what =
                format!("the referral {referral} has the running course {other} already; allowed is one at a time");
            report.error(place, "referral_id", what);
        }
    }
}

/// The courses, those that no file speaks of first: of two that exclude each other, the file is told.
fn known_first(scheme: &Scheme) -> impl Iterator<Item = &Entry<CourseRow>> {
    let known = scheme.courses.entries.iter().filter(|entry| entry.place.is_none());
    known.chain(scheme.courses.entries.iter().filter(|entry| entry.place.is_some()))
}

fn meetings(scheme: &Scheme, report: &mut Report) {
    for entry in &scheme.meetings.entries {
        let Some(course) = scheme.courses.get(&entry.row.course_id) else { continue };
        let Some(what) = outside(&course.row, entry.row.held_on) else { continue };
        match (&entry.place, &course.place) {
            (Some(place), _) => report.error(place, "held_on", what),
            // The course of a file moves away from a meeting of the database.
            (None, Some(place)) => report.error(place, "course_id", format!("a meeting of the platform on {what}")),
            (None, None) => (),
        }
    }
}

/// The sentence for a day that lies outside a course.
fn outside(course: &CourseRow, held_on: NaiveDate) -> Option<String> {
    if held_on >= course.matched_on && course.ended_on.is_none_or(|ended| held_on <= ended) {
        return None;
    }
    let (name, from) = (quoted(&course.course_id), course.matched_on);
    let allowed = match course.ended_on {
        Some(ended) => format!("{from} to {ended}"),
        None => format!("{from} or later"),
    };
    Some(format!("{held_on} lies outside the course {name}; allowed is {allowed}"))
}
