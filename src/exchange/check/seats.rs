//! A mentor is never over the own seats, on any day.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::exchange::{
    merge::Entry,
    problem::{Report, quoted},
    scheme::Scheme,
    tables::{CourseRow, MentorRow},
};

type Courses<'a> = Vec<&'a Entry<CourseRow>>;

pub fn check(scheme: &Scheme, report: &mut Report) {
    let mut by_mentor: HashMap<&str, Courses> = HashMap::new();
    for course in &scheme.courses.entries {
        by_mentor.entry(&course.row.mentor_id).or_default().push(course);
    }
    for mentor in &scheme.mentors.entries {
        let courses = by_mentor.entry(&mentor.row.mentor_id).or_default();
        if mentor.place.is_none() && courses.iter().all(|course| course.place.is_none()) {
            continue;
        }
        match first_day_over(courses, mentor.row.seats) {
            Some((day, taken)) => tell(mentor, courses, day, taken, report),
            None => proposals(scheme, mentor, courses, report),
        }
    }
}

/// The first day with more courses than seats, and how many there are. The day of the end is free again.
fn first_day_over(courses: &Courses, seats: i32) -> Option<(NaiveDate, i32)> {
    let mut changes: BTreeMap<NaiveDate, i32> = BTreeMap::new();
    for row in courses.iter().map(|course| &course.row) {
        *changes.entry(row.matched_on).or_default() += 1;
        if let Some(ended) = row.ended_on {
            *changes.entry(ended).or_default() -= 1;
        }
    }
    let mut taken = 0;
    changes.into_iter().find_map(|(day, change)| {
        taken += change;
        (taken > seats).then_some((day, taken))
    })
}

fn tell(mentor: &Entry<MentorRow>, courses: &Courses, day: NaiveDate, taken: i32, report: &mut Report) {
    let on_the_day = || courses.iter().filter(|course| course.row.takes_seat_on(day));
    let names = on_the_day().map(|course| course.row.course_id.as_str()).collect::<Vec<_>>().join(", ");
    let (id, seats, names) = (quoted(&mentor.row.mentor_id), mentor.row.seats, quoted(&names));
    let what = format!(
        "the mentor {id} would have {taken} courses on {day} ({names}); allowed are {seats}, the mentor's seats"
    );
    let last = on_the_day().filter_map(|course| course.place.as_ref()).max();
    match (last, &mentor.place) {
        (Some(place), _) => report.error(place, "mentor_id", what),
        (None, Some(place)) => report.error(place, "seats", what),
        (None, None) => (),
    }
}

/// Open proposals of the platform hold seats too.
fn proposals(scheme: &Scheme, mentor: &Entry<MentorRow>, courses: &Courses, report: &mut Report) {
    let proposed = scheme.proposed_seats.get(&mentor.id).copied().unwrap_or_default();
    let running = courses.iter().filter(|course| course.row.is_open()).count();
    let seats = usize::try_from(mentor.row.seats).unwrap_or_default();
    if proposed == 0 || proposed + running <= seats {
        return;
    }
    let id = quoted(&mentor.row.mentor_id);
    let what = format!(
        "the mentor {id} has {running} running courses and {proposed} open proposals; allowed are {seats} in all"
    );
    let last = courses.iter().filter(|course| course.row.is_open()).filter_map(|course| course.place.as_ref()).max();
    if let Some(place) = last.or(mentor.place.as_ref()) {
        report.error(place, "mentor_id", what);
    }
}
