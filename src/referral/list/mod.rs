//! The list of referrals: a referrer's own, or all of them for staff.

pub mod handlers;
mod pages;
mod queries;

pub use queries::{ReferralsFilter, ids};
