//! What must hold across rows and files, the records of the database included.

mod around;
mod attempts;
mod class;
mod courses;
mod mentors;
mod referrals;
mod seats;

use super::{
    import::How,
    problem::{Report, quoted},
    scheme::Scheme,
    tables::Table,
};

/// Checks everything, and settles what depends on several files: the class of a course, the status of a referral.
pub fn scheme(scheme: &mut Scheme, how: &How, report: &mut Report) {
    references(scheme, report);
    referrals::check(scheme, report);
    courses::check(scheme, report);
    mentors::check(scheme, report);
    seats::check(scheme, report);
    attempts::check(scheme, report);
    around::check(scheme, report);
    class::settle(scheme, how, report);
}

fn references(scheme: &Scheme, report: &mut Report) {
    for pointer in scheme.pointers.iter().filter(|pointer| !scheme.has(pointer.table, &pointer.key)) {
        let (thing, file) = match pointer.table {
            Table::Partners => ("partner", "partners"),
            Table::HousingAreas => ("housing area", "housing_areas"),
            Table::Mentors => ("mentor", "mentors"),
            Table::Referrals => ("referral", "referrals"),
            _ => ("course", "courses"),
        };
        let key = quoted(&pointer.key);
        let what = format!("no {thing} {key} is known; allowed is one of the file {file} or of the platform");
        report.error(&pointer.place, pointer.column, what);
    }
}
