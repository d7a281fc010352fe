//! The page on which a sent referral is amended: the same form, and a reason.

pub mod handlers;
