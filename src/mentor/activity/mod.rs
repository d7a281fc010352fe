//! What mentors take part in, with its hours: onboarding, courses, supervision, exchange. Staff write it down, for one or for all
//! who were there.

mod add;
mod forms;
pub mod handlers;
mod pages;
mod queries;

pub use add::{AddActivityError, NewActivity, add};
pub use queries::{Activities, activities, lacks_support, unsupported_since};
