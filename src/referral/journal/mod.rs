//! One referral: its status for the partner, the journal for staff, and what either can do about it.

mod forms;
pub mod handlers;
mod mail;
mod pages;
mod view;

pub(super) use mail::about;
