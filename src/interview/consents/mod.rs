//! The page on which mentors and those who refer say whether they may be interviewed, or staff for them.

pub mod handlers;
mod pages;

pub(super) use pages::{of_mentor, of_person};
