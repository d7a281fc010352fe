//! The list of consents, for staff.

pub mod handlers;
mod pages;
