//! What sort of page a form stood on, in a word: its name may tell of a person, and its address says nothing to people.

use crate::language::Tr;

/// What the addresses of such pages begin with.
const KNOWN: [&str; 12] = [
    "account",
    "admin",
    "concerns",
    "courses",
    "enquiries",
    "follow-ups",
    "mentor",
    "mentors",
    "planning",
    "proposals",
    "referrals",
    "surveys",
];

/// What the pages beneath this address are about.
pub fn place(tr: Tr, path: &str) -> String {
    let first = path.split(['/', '?']).nth(1).unwrap_or_default();
    let known = match first {
        "young-people" => "referrals",
        _ => KNOWN.into_iter().find(|known| *known == first).unwrap_or("other"),
    };
    tr.t(format!("kept-of-{known}"))
}
