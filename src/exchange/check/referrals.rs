//! Referrals: the area is the partner's, a person is the same on every row, and the status is what courses say.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::exchange::{
    problem::{Place, Report, quoted},
    scheme::Scheme,
    tables::{Courses, ReferralRow, ReferralStatus, YouthRow},
};

pub fn check(scheme: &mut Scheme, report: &mut Report) {
    areas(scheme, report);
    people(scheme, report);
    statuses(scheme, report);
}

fn areas(scheme: &Scheme, report: &mut Report) {
    for (place, entry) in scheme.referrals.in_files() {
        let Some(area) = scheme.areas.get(&entry.row.housing_area) else { continue };
        if area.row.partner != entry.row.partner {
            let (area, partner) = (quoted(&area.row.housing_area), quoted(&area.row.partner));
            let what = format!("{area} is an area of {partner}; allowed are areas of the partner of the row");
            report.error(place, "housing_area", what);
        }
    }
}

fn people(scheme: &Scheme, report: &mut Report) {
    let mut seen: HashMap<&str, (&Place, &YouthRow)> = HashMap::new();
    for (place, entry) in scheme.referrals.in_files() {
        let youth = &entry.row.youth;
        let (first, other) = seen.entry(&youth.youth_id).or_insert((place, youth));
        if youth != *other {
            let (id, at) = (quoted(&youth.youth_id), first.line);
            let what =
                format!("{id} is described otherwise on line {at} of {}; allowed is the same everywhere", first.file);
            report.error(place, "youth_id", what);
        }
    }
}

/// The platform derives the status from the courses. A file that says otherwise is told so.
fn statuses(scheme: &mut Scheme, report: &mut Report) {
    let mut ends: HashMap<&str, Vec<Option<NaiveDate>>> = HashMap::new();
    for course in &scheme.courses.entries {
        ends.entry(&course.row.referral_id).or_default().push(course.row.ended_on);
    }
    for entry in &mut scheme.referrals.entries {
        let Some(place) = &entry.place else { continue };
        let courses = Courses::of(ends.get(entry.row.referral_id.as_str()).map(Vec::as_slice).unwrap_or_default());
        if let Some(what) = settle(&mut entry.row, courses) {
            report.warning(place, "status", what);
            entry.reconsider();
        }
    }
}

/// Gives the row the status that its courses allow, and says what was wrong with the one it had.
fn settle(row: &mut ReferralRow, courses: Courses) -> Option<&'static str> {
    let (status, what) = match (row.status, courses) {
        (ReferralStatus::Started, Courses::None) => {
            (ReferralStatus::Waiting, "is started, but no course of the referral is known; it is kept as waiting")
        }
        (ReferralStatus::Waiting, Courses::OneRuns) => {
            (ReferralStatus::Started, "is waiting, but a course of the referral runs; it is kept as started")
        }
        (ReferralStatus::NotStarted, Courses::OneRuns | Courses::Ended(_)) => {
            (ReferralStatus::Started, "is not_started, but the referral has a course; it is kept as started")
        }
        _ => return None,
    };
    row.status = status;
    row.not_started_reason = None;
    row.closed_on = None;
    Some(what)
}
