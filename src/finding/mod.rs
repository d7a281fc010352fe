//! The one search on top of every page: young people, mentors, partners and courses, by name, phone, address or reference.
//! Only reads, and only what the viewer may see.

mod find;
pub mod handlers;
mod pages;

pub use find::{Hits, find};
