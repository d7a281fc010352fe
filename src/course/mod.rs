//! Courses: a mentor and a young person who meet, from the match to the ending.

mod class;
mod queries;
mod state;
mod state_filter;

pub use class::{ClassEvidence, ENOUGH_MEETINGS, class_of, rule_class};
pub use entity::courses::CourseClass as Class;
pub use queries::{facts, held_counts, last_meeting_on};
pub use state::{Facts, State, state};
pub use state_filter::{in_state, is_of_class};
