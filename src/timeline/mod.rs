//! Everything that has happened around one young person, over all their referrals and courses, the newest first; and the notes
//! that stand on top; and one case of theirs for an evaluator, without names. Only reads: one query for each kind of thing, however much has happened.

mod agreed;
mod ahead;
mod around;
mod asked;
mod cases;
mod entry;
mod followed;
pub mod handlers;
mod meetings;
mod pages;
mod people;
mod read;
mod seen_to;
mod surveyed;
mod talked;
pub mod unnamed;
