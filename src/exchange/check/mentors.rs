//! Two mentors with one address: only one of them can sign in with it, and letters to both reach one.

use std::collections::HashMap;

use crate::exchange::{
    merge::Entry,
    problem::{Report, quoted},
    scheme::Scheme,
    tables::MentorRow,
};

/// Of two that share an address the second is told; where one is known to the platform alone, the one of the files.
pub fn check(scheme: &Scheme, report: &mut Report) {
    let mut first: HashMap<&str, &Entry<MentorRow>> = HashMap::new();
    let known = scheme.mentors.entries.iter().filter(|entry| entry.place.is_none());
    for entry in known.chain(scheme.mentors.entries.iter().filter(|entry| entry.place.is_some())) {
        let other = first.entry(&entry.row.email).or_insert(entry);
        let Some(place) = &entry.place else { continue };
        if other.id != entry.id {
            let other = quoted(&other.row.mentor_id);
            let what = format!("is the address of the mentor {other} as well; only one of them can sign in with it");
            report.warning(place, "email", what);
        }
    }
}
