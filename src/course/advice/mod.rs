//! A mentor asks staff for advice about a course, with a sentence; staff answer with one.

mod advised;
mod answer;
mod ask;
mod forms;
pub mod handlers;
pub mod letters;
mod linked;
mod pages;
mod queries;

pub(super) use advised::of_link;
pub use answer::{AdviceError, answer};
pub use ask::ask;
pub(super) use linked::{is_of_mentor, linked};
pub use queries::{course_of, ids_of};
