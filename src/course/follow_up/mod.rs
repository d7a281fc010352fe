//! Follow-ups: staff call mentor and mentee of a running course, each by themselves, and review it once with both.
//!
//! When they are due follows from the start, the pauses and the end (`days`); the rows are kept in step with that by the clock
//! (`plan`, docs/adr/0049). What was said is for staff alone.

mod correct;
mod days;
mod finish_step;
mod forms;
mod give_up;
pub mod handlers;
mod list;
mod pages;
mod plan;
mod queries;
mod record_try;
mod section;
mod situation;
mod state;
mod tell_partner;
mod view;

pub use correct::{CorrectTryError, correct};
pub use finish_step::{StepError, finish_step, finish_steps_due};
pub use give_up::{GiveUpError, give_up};
pub use plan::{keep, out_of_step};
pub use queries::stop_of;
pub use record_try::{NewTry, TryError, record_try};
pub use section::{FollowUps, section};
pub use situation::Situation;
pub use state::{Facts, State, due, state, untold};
pub use tell_partner::{TellError, need_not_be_told, take_back, tell_partner};

use entity::contact_attempts::AttemptResult;

use crate::word::Worded;

/// What can come of a call. That somebody has died is told where it was to be asked how it went: there it ends all asking.
fn results() -> impl Iterator<Item = AttemptResult> {
    AttemptResult::all().filter(|result| *result != AttemptResult::Dead)
}
