//! The list of consents, for staff.

pub mod handlers;
mod list;
mod pages;
