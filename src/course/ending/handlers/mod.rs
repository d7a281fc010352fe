//! Ending a course, and what staff can do with an ended one.

mod after;
mod end;

pub use after::{close_referral, decide, decision_form, rematch_form, reopen, reopening_form, want_rematch};
pub use end::{end_course, ending_form};
