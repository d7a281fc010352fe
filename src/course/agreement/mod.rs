//! What the two agree at the start meeting: the goal and its steps, roles, rhythm, contact and the expected end. Both confirm
//! it, each change anew (docs/adr/0052).

mod agree;
mod forms;
mod goals;
mod goals_due;
pub mod handlers;
pub mod letters;
mod pages;
mod rhythm;
mod versions;
mod view;

pub use agree::{AgreeError, Agreement, agree};
pub(super) use forms::GoalForm;
pub use goals::{add as add_goal, of_course as goals_of, reach_due, remove as remove_goal, set_reached};
pub use goals_due::{DueStep, due_steps};
pub use rhythm::{LONGEST_RHYTHM, SHORTEST_RHYTHM, rhythm_in_words};
pub(super) use versions::of_course as versions_of;
pub use view::Confirmed;
