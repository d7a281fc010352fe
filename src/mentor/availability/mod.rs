//! When a mentor takes no new course: pauses, and leaving.

pub mod forms;
pub mod handlers;
mod leave;
mod pages;
mod pause;

pub use leave::{LeaveError, LeaveReason, leave};
pub use pause::{NewPause, PauseError, pause, resume};

use chrono::NaiveDate;
use entity::MentorPause;

/// The pause that a mentor is in or has planned, the first that is not over.
pub fn current(pauses: &[MentorPause], today: NaiveDate) -> Option<&MentorPause> {
    let not_over = pauses.iter().filter(|pause| pause.until_on.is_none_or(|until| today <= until));
    not_over.min_by_key(|pause| pause.from_on)
}
