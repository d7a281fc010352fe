//! What is agreed lies in courses that run, ways lead to somebody, and whoever sees to a thing works here.

use std::collections::HashSet;

use entity::responsibilities::Thing;

use crate::{
    clock::instant_of,
    exchange::{
        merge::Fate,
        problem::{Report, quoted},
        scheme::Scheme,
        tables::Whose,
    },
    word::Worded,
};

pub fn check(scheme: &mut Scheme, report: &mut Report) {
    planned(scheme, report);
    ways(scheme, report);
    responsibilities(scheme, report);
    leave_merged_alone(scheme);
}

/// What a file says of the ways to somebody who was made part of somebody else must not be said of the other.
fn leave_merged_alone(scheme: &mut Scheme) {
    let people = &scheme.people;
    for entry in scheme.ways.entries.iter_mut().filter(|entry| entry.row.whose == Whose::YoungPerson) {
        if people.get(&entry.row.id).is_some_and(|person| person.was_merged) {
            entry.fate = Fate::Unchanged;
        }
    }
}

fn planned(scheme: &Scheme, report: &mut Report) {
    for (place, entry) in scheme.planned.in_files() {
        let row = &entry.row;
        let course = scheme.courses.get(&row.course_id).map(|course| &course.row);
        if course.is_some_and(|course| !course.is_open()) {
            let what = format!("the course {} has ended; allowed is one that runs", quoted(&row.course_id));
            report.error(place, "course_id", what);
        }
        if course.is_some_and(|course| row.day < course.matched_on) {
            report.error(place, "day", format!("{} is before the match; allowed is a later day", row.day));
        }
        if instant_of(row.day, row.hour).is_none() {
            report.error(place, "hour", "does not exist on that day, as the clocks are changed; write another hour");
        }
        let known = row.suggested_by.as_ref().map(|address| scheme.users.contains_key(&address.to_lowercase()));
        match (known, scheme.last_resort) {
            (None | Some(true), _) => (),
            (Some(false), None) => {
                report.error(
                    place,
                    "suggested_by",
                    "nobody can sign in yet to whom it could be put down; invite somebody of staff",
                );
            }
            (Some(false), Some(_)) => {
                report.warning(
                    place,
                    "suggested_by",
                    "nobody signs in with this address; an administrator stands for them",
                );
            }
        }
    }
}

fn ways(scheme: &Scheme, report: &mut Report) {
    let new: HashSet<&str> = scheme.referrals.entries.iter().map(|entry| entry.row.youth.youth_id.as_str()).collect();
    for (place, entry) in scheme.ways.in_files() {
        let row = &entry.row;
        let (is_known, file) = match row.whose {
            Whose::YoungPerson => (scheme.people.contains_key(&row.id) || new.contains(row.id.as_str()), "referrals"),
            Whose::Mentor => (scheme.mentors.has(&row.id), "mentors"),
        };
        if !is_known {
            let key = quoted(&row.id);
            let what =
                format!("no {} {key} is known; allowed is one of the file {file} or of the platform", row.whose.code());
            report.error(place, "id", what);
        }
    }
}

fn responsibilities(scheme: &Scheme, report: &mut Report) {
    for (place, entry) in scheme.duties.in_files() {
        let row = &entry.row;
        let is_known = match row.thing {
            Thing::Partner => scheme.partners.has(&row.id),
            Thing::Mentor => scheme.mentors.has(&row.id),
            Thing::Referral => scheme.referrals.has(&row.id),
            Thing::Course => scheme.courses.has(&row.id),
        };
        if !is_known {
            let key = quoted(&row.id);
            let what =
                format!("no {} {key} is known; allowed is one of the files or of the platform", row.thing.code());
            report.error(place, "id", what);
        }
        if !scheme.users.get(&row.responsible.to_lowercase()).is_some_and(|user| user.is_at_work) {
            let what = "nobody of staff signs in with this address; invite them first, or leave the file out";
            report.error(place, "responsible", what);
        }
    }
}
