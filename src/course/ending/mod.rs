//! How a course ends: by which class, why, what follows; and what can follow an ending: reopening, a rematch.

mod checks;
mod close;
mod consequences;
mod decide_class;
mod end;
mod forms;
pub mod handlers;
mod handover;
mod pages;
mod past;
mod rematch;
mod reopen;
pub(super) mod views;

pub use checks::{EndError, Ending, check};
pub use close::close;
pub use consequences::{consequences, followed, not_before};
pub use decide_class::{DecideClassError, Decision, decide_class};
pub use end::{Preview, end, preview};
pub use handover::neutral_summary;
pub use past::past_ending;
pub use rematch::{RematchError, rematch};
pub use reopen::{ReopenError, reopen};
