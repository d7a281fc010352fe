//! The kinds of things that wait for staff: one table for each sort of record. Whatever stands in one of them is counted,
//! shown in the order of its urgency, put aside, taken and handed over like all others.

mod courses;
mod mentors;
mod messages;
mod of_courses;
mod others;
mod partners;
mod proposals;
mod referrals;

use super::kind::Kind;

const TABLES: [&[Kind]; 8] = [
    referrals::KINDS,
    proposals::KINDS,
    courses::KINDS,
    of_courses::KINDS,
    messages::KINDS,
    mentors::KINDS,
    partners::KINDS,
    others::KINDS,
];

/// All kinds, in the order of the overview.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    TABLES.into_iter().flatten()
}

/// The kind with this code.
pub fn read(code: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.code == code)
}
