//! What the two agree at the start meeting: the goal and its steps, roles, rhythm and the expected end.

mod agree;
mod forms;
mod goals;
pub mod handlers;
mod pages;

pub use agree::{AgreeError, Agreement, agree};
pub use goals::{add as add_goal, of_course as goals_of, remove as remove_goal, set_reached};
