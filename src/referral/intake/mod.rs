//! The form of a referral: filled in, kept as a draft, checked, sent; and filled in again to amend.

mod forms;
pub mod handlers;
mod offer;
pub(super) mod pages;
pub(super) mod parse;
mod parse_wish;

pub use forms::ReferralForm;
pub use offer::Offer;
pub use parse::{AGES, age_on, is_minor};
