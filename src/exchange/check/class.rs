//! The class of an ended course. The files say it, the class rule derives it; where the two disagree the file stands,
//! as if staff had overridden the rule.

use std::collections::{HashMap, HashSet};

use chrono::{Days, Months, NaiveDate};
use entity::{courses::CourseClass, meetings::Attendance};

use crate::{
    course::{ENOUGH_MEETINGS, rule_class},
    exchange::{
        import::How,
        merge::Entry,
        problem::{Report, quoted},
        scheme::Scheme,
        tables::{CourseRow, CourseStatus, MeetingRow},
    },
    word::Worded,
};

pub fn settle(scheme: &mut Scheme, how: &How, report: &mut Report) {
    let mut held: HashMap<&str, u32> = HashMap::new();
    for entry in scheme.meetings.entries.iter().filter(|entry| entry.row.attendance == Attendance::Held) {
        *held.entry(&entry.row.course_id).or_default() += 1;
    }
    for entry in scheme.courses.entries.iter_mut().filter(|entry| entry.place.is_some()) {
        let held = held.get(entry.row.course_id.as_str()).copied().unwrap_or_default();
        let before = (entry.row.planned_end_on, entry.row.class_override);
        settle_course(&mut entry.row, held, how.course_months);
        if before != (entry.row.planned_end_on, entry.row.class_override) {
            entry.mark_changed();
        }
        tell_contradiction(entry, held, report);
    }
    moved_by_meetings(scheme, &held, report);
}

/// Tells of a class that the rule does not give, whenever the course was planned to end.
fn tell_contradiction(entry: &Entry<CourseRow>, held: u32, report: &mut Report) {
    let (CourseStatus::Ended(class), Some(place)) = (entry.row.status, &entry.place) else { return };
    if (held < ENOUGH_MEETINGS) != (class == CourseClass::Interrupted) {
        let word = entry.row.status.code();
        let what =
            format!("is {word} with {held} held meetings, against the class rule; it is kept as a staff override");
        report.warning(place, "status", what);
    }
}

/// Sets what the class rests on so that the class is the one of the row.
fn settle_course(row: &mut CourseRow, held: u32, course_months: u32) {
    let months_later = row.matched_on.checked_add_months(Months::new(course_months)).unwrap_or(row.matched_on);
    let (CourseStatus::Ended(class), Some(ended)) = (row.status, row.ended_on) else {
        row.planned_end_on = row.planned_end_on.or(Some(months_later));
        row.class_override = None;
        return;
    };
    let derived = |planned: NaiveDate| row.class_override.unwrap_or_else(|| rule_class(held, planned, ended));
    if row.planned_end_on.is_some_and(|planned| derived(planned) == class) {
        return;
    }
    // The files do not say what was planned: a completed course ran to its planned end, an ended one did not.
    let planned = match class {
        CourseClass::Completed => ended,
        CourseClass::Interrupted => months_later,
        CourseClass::EndedEarly => months_later.max(ended + Days::new(1)),
    };
    row.planned_end_on = Some(planned);
    row.class_override = (rule_class(held, planned, ended) != class).then_some(class);
}

/// Tells of courses of the database that count otherwise because of the meetings of the files.
fn moved_by_meetings(scheme: &Scheme, held: &HashMap<&str, u32>, report: &mut Report) {
    let mut told = HashSet::new();
    for meeting in scheme.meetings.entries.iter().filter(|entry| entry.is_written()) {
        let Some(course) = scheme.courses.get(&meeting.row.course_id) else { continue };
        let held = held.get(meeting.row.course_id.as_str()).copied().unwrap_or_default();
        if course.place.is_none() && told.insert(course.id) {
            tell_moved(meeting, &course.row, held, report);
        }
    }
}

fn tell_moved(meeting: &Entry<MeetingRow>, course: &CourseRow, held: u32, report: &mut Report) {
    let Some((planned, ended)) = course.planned_end_on.zip(course.ended_on) else { return };
    let class = CourseStatus::Ended(course.class_override.unwrap_or_else(|| rule_class(held, planned, ended)));
    if let Some(place) = &meeting.place
        && class != course.status
    {
        let (name, was, is) = (quoted(&course.course_id), course.status.code(), class.code());
        report.warning(place, "course_id", format!("with these meetings the course {name} is {is}; it was {was}"));
    }
}
